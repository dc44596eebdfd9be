/// Votes of sentences for earlier sentences.
#pragma once

#include <span>
#include <vector>

#include "analysis/source.h"
#include "linear/sparse.h"
#include "tersely/cancel.h"

namespace tersely {

/// One vote per row, in [1, 8]: how much later rows of its source, and all rows of other sources, resemble it. The
/// votes solve
///
///     y_i = 1 + a / 2 * <x_i, sum of x_j over the other sources> + a * sum over j > i in its source of y_j <x_i, x_j>,
///
/// each capped at 8, over the rows x of `matrix`, with a = 0.5 / mean degree. Within a source this is the directed
/// graph of TextRank (Mihalcea & Tarau 2004) solved as Katz centrality (Katz 1953); one backward sweep is exact.
/// Between sources, which have no order, each row votes once and counts half. `sources`: their rows, ascending. O(nnz).
std::vector<double> backward_votes(const SparseMatrix& matrix, std::span<const Range> sources, const Cancel& cancel);

}  // namespace tersely
