/// What every concept of a document weighs: what the default method covers, and what coverage is measured by, whatever
/// the method.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysed_text.h"

namespace tersely {

/// What is known of terms before the document is read: by a title that holds them, for one.
struct TermPrior {
  struct Entry {
    std::uint32_t term;
    double factor;  // the term weighs `factor` times its own weight and the mean of all rows
  };
  std::vector<Entry> entries;  // ascending, each term once; the others have no prior
};

struct ConceptWeights {
  std::vector<double> votes;    // one per row, in [1, 8]: how much later sentences resemble it
  std::vector<double> weights;  // one per concept, >= 0
  double total = 0;             // their sum, in ascending id
};

/// Votes are the solution of y_i = 1 + a * sum over j > i of y_j <x_i, x_j>, each capped at 8, over the rows x of
/// tfidf(): the directed graph of TextRank (Mihalcea & Tarau 2004) solved as Katz centrality (Katz 1953), exact in one
/// backward sweep, with a = 0.5 / mean degree. A concept weighs the sum of y_i^2 / (1 + p_i / 10) over the rows that
/// hold it, p_i being the row's place as `position` says; 0.2 of that if it occurs in one row only; a term with a prior
/// f as much as f times the sum of that and the mean of all rows. O(nnz).
ConceptWeights weigh_concepts(const AnalysedText& document, const TermPrior& prior, Position position,
                              const Cancel& cancel);

/// Which concepts are covered: 0 or 1 for each. Bytes, as they are asked for more often than all else.
using Covered = std::vector<std::uint8_t>;

/// The sum of the weights of the row's concepts that are not covered, in ascending id.
double uncovered_weight(const AnalysedText& document, const ConceptWeights& weights, const Covered& covered,
                        std::uint32_t row);

}  // namespace tersely
