/// What a summary is made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/document.h"

namespace tersely {

enum class Status : std::uint8_t {
  ok,
  whole_text,      // everything fits: the text unchanged
  all_candidates,  // all that may be chosen fits; headings or code were left out
  over_budget,     // nothing fits: the best sentence alone, or the included ones
  cut,             // nothing fits: the longest prefix of the best sentence that does
  empty,           // a blank text
};
std::string_view to_string(Status status);

struct Chosen {
  std::uint32_t unit = 0;
  Span span;               // bytes; of the unit, or of its prefix (status cut)
  double score = 0;        // in [0, 1]; 0 for units that are no candidates
  std::uint32_t rank = 0;  // 1 is the highest score, ties to the earlier; 0: no candidate
};

/// One step of the choice.
struct Pick {
  std::uint32_t unit = 0;
  double gain = 0;      // what it was chosen by: factor * weight / divisor for cover, else what its method says
  double weight = 0;    // of the concepts that it newly covers
  double divisor = 1;   // what its length costs
  double coverage = 0;  // covered weight / total weight after it, in [0, 1]
  double factor = 1;    // on the gain of its row, in (0, 1]; see spreading.h
};

struct Summary {
  Status status = Status::empty;
  std::vector<Chosen> sentences;  // in the order asked for
  std::vector<Pick> picks;        // in the order of picking
  std::vector<double> scores;     // one per unit; 0 for units that are no candidates
  double coverage = 0;            // of the last pick; 1 for whole_text
  std::uint64_t n_words = 0;
};

/// The summary as text. `source`: the document's text, or other bytes with the same offsets.
std::string print(const Document& document, std::string_view source, const Summary& summary);

}  // namespace tersely
