#include "selection/spreading.h"

#include <algorithm>

#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::uint32_t enough_words = 3;
constexpr double weak_row = 0.5;
constexpr double weak_line = 0.3;  // in a short conversation, which has many greetings
constexpr double without_number = 0.75;
constexpr double question = 0.5;
constexpr double cost_of_nearness = 0.5;
constexpr double parts = 8;

bool is_weak(const AnalysedText& document, std::uint32_t unit) {
  std::uint32_t content_words = 0;
  for (const Word& word : document.words(unit)) {
    content_words += document.is_stop_word(word) ? 0u : 1u;
    if (content_words == enough_words) return false;
  }
  return true;
}

/// A time, a date, a price: people agree on such things.
bool has_number(const AnalysedText& document, std::uint32_t unit) {
  const auto words = document.words(unit);
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    std::size_t at = word.span.begin;
    return is_digit(decode(document.text(), &at));
  });
}

bool is_question(const AnalysedText& document, std::uint32_t unit) {
  std::string_view said = document.unit(unit).span.of(document.text());
  for (const std::string_view mark : {"?", "\uff1f", "\u061f"}) {
    if (said.ends_with(mark)) return true;
  }
  return false;
}

/// In a meeting, most sentences carry little meaning. A short conversation is about one thing, and ends with what was
/// agreed.
double factor_of_turn(const AnalysedText& document, const Source& source, std::uint32_t unit) {
  const double answer = is_question(document, unit) ? question : 1;
  if (source.turns.speech() == Speech::meeting) {
    return answer * (!document.unit(unit).terminated || is_weak(document, unit) ? weak_row : 1);
  }
  return answer * (is_weak(document, unit) ? weak_line : 1) * (has_number(document, unit) ? 1 : without_number);
}

}  // namespace

std::vector<double> row_factors(const AnalysedText& document, std::span<const double> relevance) {
  std::vector<double> factors(relevance.begin(), relevance.end());
  factors.resize(document.n_rows(), 1);
  for (const Source& source : document.sources()) {
    for (std::uint32_t row = source.rows.begin; row < source.rows.end; ++row) {
      if (factors[row] == 0) continue;
      const std::uint32_t unit = document.candidates()[row];
      factors[row] *= document.factor(unit) * (source.turns.prevail ? factor_of_turn(document, source, unit) : 1);
    }
  }
  return factors;
}

bool spreads(const AnalysedText& document, Position position) {
  return position == Position::automatic && document.has_transcript();
}

void spread(const AnalysedText& document, std::uint32_t picked, std::vector<double>* factors) {
  const Source& source = document.source_of_row(picked);
  if (!source.turns.prevail) return;
  const double reach = static_cast<double>(source.rows.size()) / parts;
  for (std::uint32_t row = source.rows.begin; row < source.rows.end; ++row) {
    const double distance = row > picked ? row - picked : picked - row;
    (*factors)[row] *= 1 - cost_of_nearness * std::max(0.0, 1 - distance / reach);
  }
}

}  // namespace tersely
