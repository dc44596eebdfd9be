/// Graphs of similar sentences, and PageRank on them: what the graph methods share.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <string_view>

#include "analysis/tfidf.h"
#include "linear/sparse.h"
#include "methods/problem.h"

namespace tersely {

/// PageRank on the cosines of rows of length 1, as X (X' v) - diag(X X') v: no n x n matrix. `frequencies`: how many of
/// the rows hold each column. O(nnz) a round.
Eigen::VectorXd rank_by_cosines(const SparseMatrix& unit_rows, const DocumentFrequencies& frequencies,
                                const Problem& problem);

/// The weight of the link between two rows, the same in both directions, from their inner product; 0 for none.
using Link = std::function<double(std::uint32_t i, std::uint32_t j, double product)>;

/// PageRank on the links of the rows of `matrix`, found by an inverted index. O(links) time, and 12 bytes a link.
/// Throws LimitExceeded above max_sentences and above max_links; `way_out`: the rest of its message.
Eigen::VectorXd rank_by_links(const SparseMatrix& matrix, const Link& link, const Problem& problem,
                              std::string_view way_out);

}  // namespace tersely
