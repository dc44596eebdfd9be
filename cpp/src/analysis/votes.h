/// Votes of sentences for earlier sentences.
#pragma once

#include <vector>

#include "linear/sparse.h"
#include "linear/vector_rows.h"
#include "tersely/cancel.h"

namespace tersely {

/// One vote per row, in [1, 8]: how much later rows resemble it. The votes solve y_i = 1 + a * sum over j > i of y_j
/// <x_i, x_j>, each capped at 8, over the rows x of `matrix`, with a = 0.5 / mean degree. This is the directed graph of
/// TextRank (Mihalcea & Tarau 2004) solved as Katz centrality (Katz 1953); one backward sweep is exact. O(entries). If
/// entries are negative, votes below 1 count as 1, and a = 0 if the mean degree is not positive.
std::vector<double> backward_votes(const SparseMatrix& matrix, const Cancel& cancel);
std::vector<double> backward_votes(const VectorRows& matrix, const Cancel& cancel);

}  // namespace tersely
