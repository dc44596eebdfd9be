#include "linear/sparse.h"
#include "methods/scored.h"

namespace tersely {
namespace {

/// X (X' 1) over rows of length 1: the cosine of each row with the sum of all rows, up to a factor. O(nnz).
std::unique_ptr<Objective> make_centroid(const Problem& problem) {
  const SparseMatrix& tfidf = problem.document.tfidf();
  const SparseMatrix rows = normalize_rows(tfidf);
  const Eigen::VectorXd centroid = rows.transpose() * Eigen::VectorXd::Ones(rows.rows());
  return make_scored(multiply(rows, centroid), problem);
}

}  // namespace

extern constinit const Method centroid{
    .info = {.name = "centroid",
             .description = "Cosine with the sum of all sentences.",
             .paper = "Radev, Jing, Stys & Tam (2004), Centroid-based summarization of multiple documents",
             .options = "redundancy query unmatched relevance",
             .cost = "O(nnz)"},
    .voters = Voters::none,
    .gains_only_fall = true,
    .make_objective = make_centroid};

}  // namespace tersely
