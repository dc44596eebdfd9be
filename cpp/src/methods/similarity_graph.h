/// Graphs of similar sentences and PageRank on them, shared by the graph methods.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <string_view>

#include "analysis/tfidf.h"
#include "linear/sparse.h"
#include "methods/problem.h"

namespace tersely {

/// PageRank on the cosines of rows of length 1, as X (X' v) - diag(X X') v, without an n x n matrix. `frequencies`: the
/// number of rows that hold each column. O(nnz) per round.
Eigen::VectorXd rank_by_cosines(const SparseMatrix& unit_rows, const DocumentFrequencies& frequencies,
                                const Problem& problem);

/// The weight of the link between two rows, from their inner product. Must be symmetric; 0 for no link.
using Link = std::function<double(std::uint32_t i, std::uint32_t j, double product)>;

/// PageRank on the links of the rows of `matrix`, found by an inverted index. O(links) time, and 12 bytes per link.
/// Throws LimitExceeded above max_sentences or max_links; `way_out` is the end of its message.
Eigen::VectorXd rank_by_links(const SparseMatrix& matrix, const Link& link, const Problem& problem,
                              std::string_view way_out);

}  // namespace tersely
