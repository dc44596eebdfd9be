/// Helpers of the C++ tests: analysing a text in one call, and small texts.
#pragma once

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/document.h"
#include "tersely/summarizer.h"

namespace tersely::test {

inline Document analyze(std::string_view text, const AnalysisOptions& options = {}) { return Document(text, options); }

/// Why the first unit with this beginning may not be chosen.
inline Reason reason_of(const Document& document, std::string_view beginning) {
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) {
    if (document.unit(unit).span.of(document.text()).starts_with(beginning)) return document.reason(unit);
  }
  ADD_FAILURE() << "no unit begins with " << beginning;
  return Reason::blank;
}

inline std::vector<std::uint32_t> picked_units(const Summary& summary) {
  std::vector<std::uint32_t> units;
  for (const Pick& pick : summary.picks) units.push_back(pick.unit);
  return units;
}

constexpr std::string_view bridge_text =
    "The town council voted on Tuesday to close the old bridge for repairs. Engineers found cracks in two of the main "
    "beams of the bridge last spring. The work will cost about four million and take eleven months. Shop owners near "
    "the "
    "river fear that fewer visitors will come. A ferry will carry pedestrians across the river while the bridge is "
    "closed. "
    "The mayor said the ferry would be free. Similar repairs took twice as long as planned. The council will publish a "
    "report on the repairs every month.";

/// Sentences of random words from a small vocabulary, so that they resemble each other, with some repetitions and some
/// headings.
inline std::string random_text(unsigned seed) {
  static const std::vector<std::string> vocabulary = {"bridge", "river",  "council", "ferry",   "the",
                                                      "of",     "repair", "beam",    "repairs", "closed",
                                                      "and",    "mayor",  "month",   "report"};
  std::mt19937 random(seed);
  const auto below = [&](std::size_t n) { return random() % n; };
  std::string text;
  const std::size_t n_sentences = 1 + below(30);
  for (std::size_t s = 0; s < n_sentences; ++s) {
    const bool heading = below(8) == 0;
    std::string sentence = heading ? "Notes" : "It";
    for (std::size_t w = 1 + below(9); w > 0; --w) sentence += ' ' + vocabulary[below(vocabulary.size())];
    text += sentence + (heading ? "\n\n" : below(5) == 0 ? ".\n\n" : ". ");
  }
  return text;
}

}  // namespace tersely::test
