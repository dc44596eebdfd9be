/// The model behind the default method: backward votes and the weight of every concept.
#pragma once

#include <cstdint>
#include <vector>

#include "tersely/document.h"

namespace tersely {

struct CoverModel {
  std::vector<double> votes;    // one per row, in [1, 8]: how much later sentences resemble it
  std::vector<double> weights;  // one per concept, >= 0
  double total = 0;             // their sum, in ascending id
  std::vector<double> factors;  // one per row, in (0, 1]: on its gains; see spreading.h
  bool spread = false;          // do they shrink around every pick?
};

/// Votes are the solution of y_i = 1 + a * sum over j > i of y_j <x_i, x_j>, each capped at 8, over the rows x of
/// tfidf(): the directed graph of TextRank (Mihalcea & Tarau 2004) solved as Katz centrality (Katz 1953), exact in one
/// backward sweep, with a = 0.5 / mean degree. A concept weighs the sum of y_i^2 / (1 + p_i / 10) over the rows that
/// hold it, p_i being the row's place as `position` says; 0.2 of that if it occurs in one row only; a term of the title
/// twice that and the mean of all rows. O(nnz).
CoverModel cover(const Document& document, const std::vector<std::uint32_t>& title_terms, Position position,
                 const Cancel& cancel);

/// Which concepts are covered: 0 or 1 for each. Bytes, as they are asked for more often than all else.
using Covered = std::vector<std::uint8_t>;

/// The sum of the weights of the row's concepts that are not covered, in ascending id.
double uncovered_weight(const Document& document, const CoverModel& model, const Covered& covered, std::uint32_t row);

}  // namespace tersely
