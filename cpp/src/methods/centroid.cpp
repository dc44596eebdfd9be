#include "linear/sparse.h"
#include "methods/scored.h"

namespace tersely {
namespace {

/// X (X' 1) over rows of length 1: the cosine of each row with the sum of all rows, up to a factor. O(nnz).
template <class Matrix>
Eigen::VectorXd closeness(const Matrix& rows) {
  return multiply_gram(rows, Eigen::VectorXd::Ones(rows.rows())).cwiseMax(0.0);
}

std::unique_ptr<Objective> make_centroid(const Problem& problem) {
  return make_scored(
      problem.vectors ? closeness(*problem.vectors) : closeness(normalize_rows(problem.document.tfidf())), problem);
}

}  // namespace

extern constinit const Method centroid{
    .info = {.name = "centroid",
             .description = "Cosine with the sum of all sentences.",
             .paper = "Radev, Jing, Stys & Tam (2004), Centroid-based summarization of multiple documents",
             .options = "redundancy query unmatched relevance vectors",
             .cost = "O(nnz)"},
    .voters = Voters::none,
    .gains_only_fall = true,
    .make_objective = make_centroid};

}  // namespace tersely
