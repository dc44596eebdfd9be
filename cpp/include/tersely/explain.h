/// Why a summary is what it is: the numbers behind each pick, and a reason for each unit that was not picked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/document.h"
#include "tersely/options.h"
#include "tersely/summarizer.h"
#include "tersely/summary.h"

namespace tersely {

struct WeighedConcept {
  std::string text;  // see Document::concept_forms()
  double weight = 0;
};

struct WeighedUnit {
  std::uint32_t unit = 0;
  double weight = 0;
};

struct PickExplanation {
  Pick pick;
  double coverage_before = 0;
  std::vector<WeighedConcept> concepts;  // newly covered, the heaviest first; their sum is pick.weight
  /// The best of the others that fitted the budget as well (any, where nothing fitted), and by how much its gain was
  /// less. None if there was no such, or if the pick was asked for (Constraints::include).
  std::optional<WeighedUnit> runner_up;
  /// The five units most like it, by the cosine of TF-IDF rows, that had a vote: for cover those after it, for
  /// textrank, textrank-overlap and lexrank all candidates, for the other methods none.
  std::vector<WeighedUnit> voters;
};

enum class Verdict : std::uint8_t {
  chosen,
  no_candidate,  // see Document::reason()
  excluded,      // as asked for
  title,         // it is the title
  budget,        // it was the best when its turn came, but did not fit
  covered,       // more than half of the weight of its concepts is covered by others; where picks change gains
  ranked_lower,  // others gained more
};
/// The verdict's name; of no_candidate "no_candidate".
std::string_view to_string(Verdict verdict);

struct UnitExplanation {
  Verdict verdict = Verdict::no_candidate;
  std::vector<std::uint32_t> covered_by;    // covered: chosen units, by the weight of its concepts that they cover
  std::optional<std::uint32_t> stands_for;  // the chosen unit most like a candidate; itself if chosen
};

struct Explanation {
  std::vector<PickExplanation> picks;     // in the order of picking
  std::vector<UnitExplanation> units;     // one per unit
  std::vector<WeighedConcept> uncovered;  // by no pick: at most 20, the heaviest first
  double total_weight = 0;                // of all concepts: 1 of coverage
};

/// `summary`: of the same document, options and constraints. A pure function, thread-safe. Throws what summarize()
/// throws. O(words + picks * rows), and the gains: O(picks * nnz) at worst.
Explanation explain(const Document& document, const Options& options, const Constraints& constraints,
                    const Summary& summary, Workspace* workspace = nullptr, const Cancel& cancel = Cancel());

}  // namespace tersely
