/// Graphs of similar sentences and PageRank on them, shared by the graph methods.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <string_view>

#include "linear/sparse.h"
#include "linear/vector_rows.h"
#include "methods/problem.h"

namespace tersely {

/// PageRank on the cosines of rows of length 1, as X (X' v) - diag(X X') v, without an n x n matrix. The values must
/// not be negative. O(nnz) per round.
Eigen::VectorXd rank_by_cosines(const SparseMatrix& unit_rows, const Problem& problem);

/// The same for vectors. If some of their numbers are negative, all pairs are compared once, in O(rows^2 columns), and
/// N v is added in each round, where N holds the sizes of the negative cosines: then these count as 0. Throws
/// LimitExceeded above max_sentences, or above max_links negative cosines.
Eigen::VectorXd rank_by_cosines(const VectorRows& unit_rows, const Problem& problem);

/// The weight of the link between two rows, from their inner product. Must be symmetric; 0 for no link. It is called
/// once per pair, with i < j.
using Link = std::function<double(std::uint32_t i, std::uint32_t j, double product)>;

/// PageRank on the links of the rows of `matrix`, found by an inverted index. O(links) time, and 12 bytes per link.
/// Throws LimitExceeded above max_sentences or max_links; `way_out` is the end of its message.
Eigen::VectorXd rank_by_links(const SparseMatrix& matrix, const Link& link, const Problem& problem,
                              std::string_view way_out);
/// The same for vectors, comparing all pairs: O(rows^2 columns).
Eigen::VectorXd rank_by_links(const VectorRows& matrix, const Link& link, const Problem& problem,
                              std::string_view way_out);

}  // namespace tersely
