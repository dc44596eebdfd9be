/// The weights of the concepts of a document. The default method covers them, and they define coverage for all methods.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/analysed_text.h"

namespace tersely {

/// What is known about terms before the document is read, for example from a title that holds them.
struct TermPrior {
  struct Entry {
    std::uint32_t term;
    double factor;  // the term weighs `factor` times the sum of its own weight and the mean of all rows
  };
  std::vector<Entry> entries;  // ascending, each term once; other terms have no prior
};

/// A concept that occurs in one row only has this share of its weight.
inline constexpr double singleton_weight = 0.2;

struct ConceptWeights {
  std::vector<double> weights;  // one per concept, >= 0
  double total = 0;             // the sum of `weights`, in ascending id
};

/// The weight of a concept is the sum of y_i^2 / (1 + p_i / 10) over the rows that hold it, where y_i are `votes`, one
/// per row, and p_i is the place of the row in its source, according to `position`. A concept that occurs in one row
/// only has singleton_weight of that. A term with a prior f has f times the sum of its weight and the mean of all rows.
///
/// `relevance`: empty, or r_i^2 for each row (Relevance::factors), if there is a query. Then the sum is that of r_i^2
/// y_i^2 * max(0.5, 1 / (1 + p_i / 10)): an answer may stand anywhere.
///
/// O(nnz) for the first call, and then O(rows + concepts + concepts of the rows with r_i > 0).
ConceptWeights weigh_concepts(const AnalysedText& document, std::span<const double> votes, const TermPrior& prior,
                              std::span<const double> relevance, Position position);

/// What each row contributes to the weights of its concepts; the arguments are as above. One per row.
std::vector<double> weigh_rows(const AnalysedText& document, std::span<const double> votes,
                               std::span<const double> relevance, Position position);
/// Per concept, the sum over the rows that hold it. O(nnz).
std::vector<double> sum_evidence(const AnalysedText& document, std::span<const double> evidence);

/// Which concepts are covered: 0 or 1 for each. Bytes rather than bits, because it is read very often.
using Covered = std::vector<std::uint8_t>;

/// The sum of the weights of those concepts that are not yet covered. `concepts`: ascending.
double uncovered_weight(const ConceptWeights& weights, const Covered& covered, std::span<const std::uint32_t> concepts);

}  // namespace tersely
