/// Explains a summary: the numbers of each pick, and a reason for each unit that was not picked.
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
  std::string text;  // the most frequent spelling of a term, or the first one of a word pair
  double weight = 0;
};

struct WeighedUnit {
  std::uint32_t unit = 0;
  double weight = 0;
};

/// A unit whose first words refer to the one before it.
struct Referrer {
  std::uint32_t unit = 0;
  std::string words;  // as in the text: "He", "As a result"
};

struct PickExplanation {
  Pick pick;
  double coverage_before = 0;
  /// Newly covered, the heaviest first, but pairs with a stop word ("the village") after all others; their weights add
  /// up to pick.weight. If the pick is cut, only those in its beginning.
  std::vector<WeighedConcept> concepts;
  /// The second-best unit that also fitted the budget (any unit, if nothing fitted), and how much smaller its gain was.
  /// None if there was no such unit, if the caller required the pick (Constraints::include), or if it was taken
  /// together with others (Pick::taken_for).
  std::optional<WeighedUnit> runner_up;
  /// The unit of Pick::taken_for.
  std::optional<Referrer> taken_for;
  /// The five units most similar to it (cosine of TF-IDF rows, or of Options::vectors) among those that vote: for cover
  /// the candidates after it and those of other sources, for textrank, textrank-overlap and lexrank all candidates.
  /// Empty for the other methods.
  std::vector<WeighedUnit> voters;
  /// If there is a query: the relevance, as in Chosen, and the words of the unit and of its speaker's label that are
  /// words of the query, each in its first spelling. None if only sentences near it have such words.
  std::optional<double> relevance;
  std::vector<std::string> matched;
  /// If there are several sources: those that say it too, and its own, ascending. A source says it if it has a sentence
  /// with the same text, or one whose TF-IDF row, or vector if there are any, has a cosine of at least 0.3 with that of
  /// the pick.
  std::vector<std::uint32_t> said_by;
};

enum class Verdict : std::uint8_t {
  chosen,
  no_candidate,  // see Document::reason()
  excluded,      // the caller excluded it (Constraints::exclude)
  title,         // it is the title
  budget,        // it was the best when its turn came, but did not fit
  irrelevant,    // neither it nor a sentence near it has a word of the query, or its relevance was given as 0
  covered,       // picks cover more than half of the weight of its concepts; only for methods whose gains change
  gained_less,   // others had a higher gain
};
/// The name of the verdict, such as "no_candidate".
std::string_view to_string(Verdict verdict);

struct UnitExplanation {
  Verdict verdict = Verdict::no_candidate;
  std::vector<std::uint32_t> covered_by;    // if covered: chosen units, by the weight of its concepts that they cover
  std::optional<std::uint32_t> stands_for;  // of a candidate: the most similar chosen unit; itself if chosen
};

struct Explanation {
  std::vector<PickExplanation> picks;     // in the order of picking
  std::vector<UnitExplanation> units;     // one per unit
  std::vector<WeighedConcept> uncovered;  // the heaviest 20 that no pick covers, in the order of the picks' concepts
  double total_weight = 0;                // of all concepts; corresponds to a coverage of 1
  std::uint32_t n_sources = 1;            // without blank ones
};

/// `summary` must be of the same document, options and constraints. A pure function; thread-safe. Throws what
/// summarize() throws. O(words + picks * rows), plus the gains: O(picks * nnz) in the worst case.
Explanation explain(const Document& document, const Options& options, const Constraints& constraints,
                    const Summary& summary, Workspace* workspace = nullptr, const Cancel& cancel = Cancel());

}  // namespace tersely
