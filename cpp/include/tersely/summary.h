/// The result of summarize().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/document.h"

namespace tersely {

enum class Status : std::uint8_t {
  ok,
  whole_text,      // everything fits; the summary is the unchanged text
  all_candidates,  // all candidates fit; headings, code or what does not match the query were left out
  over_budget,     // nothing fits; the summary is the best sentence alone, or the included ones
  cut,             // the last pick is cut, so that the summary fits (Options::cut)
  empty,           // a blank text, or the query is unmatched (Unmatched::empty)
};
std::string_view to_string(Status status);

/// By what the gain of a sentence of n words is divided; see the method "cover". Of two choices with the same coverage,
/// the one whose divisor stands first here is made.
enum class Divisor : std::uint8_t { root, one, length };  // sqrt(n), or sqrt(n + 10) if sentences are counted; 1; n

struct Chosen {
  std::uint32_t unit = 0;
  Span span;               // bytes; of the unit, or of its beginning if it is cut
  double score = 0;        // in [0, 1]; 0 if it is not a candidate
  std::uint32_t rank = 0;  // 1 is the highest score, the earlier unit first if equal; 0 if it is not a candidate
  bool cut = false;        // only its beginning is in the summary; it is printed with "…" at the end
  std::optional<double> relevance = {};  // in [0, 1], if there is a query; 0 if it is not a candidate
};

/// One step of the choice.
struct Pick {
  std::uint32_t unit = 0;
  /// The highest gain is picked. For cover it is factor * weight / divisor, of the whole sentence. With a query, what
  /// no single pick covers counts, too: see docs/how/formulas.md.
  double gain = 0;
  double weight = 0;    // of the concepts that it newly covers; if it is cut, of those in its beginning
  double divisor = 1;   // the penalty for its length
  double coverage = 0;  // covered weight / total weight after this pick, in [0, 1]
  double factor = 1;    // multiplies its gain; in [0, 1], for example the relevance, or below 1 for empty speech
  /// The unit after it, for which it was picked although other gains were higher: see Coherence::full.
  std::optional<std::uint32_t> taken_for = std::nullopt;
};

struct Summary {
  Status status = Status::empty;
  std::vector<Chosen> sentences;  // in the order of Options::order
  std::vector<Pick> picks;        // in the order of picking
  std::vector<double> scores;     // one per unit; 0 for units that are not candidates
  double coverage = 0;            // after the last pick; 1 for whole_text
  std::uint64_t n_words = 0;
  Divisor divisor = Divisor::root;  // of all picks
  std::uint32_t flags = 0;          // bits of Flag, besides those of the document
};

/// A sentence that is cut as a summary prints it, with "…" at the end. `text`: its beginning.
std::string print_cut(std::string_view text);

/// The summary as text. `source`: the document's text, or other bytes with the same offsets.
std::string print(const Document& document, std::string_view source, const Summary& summary);

}  // namespace tersely
