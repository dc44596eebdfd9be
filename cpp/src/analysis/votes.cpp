#include "analysis/votes.h"

#include <algorithm>
#include <cstddef>

namespace tersely {
namespace {

constexpr double attenuation = 0.5;
constexpr double max_vote = 8;  // votes of thousands of near-equal rows would overflow

/// The mean over rows of the sum of their products with all other rows, computed from the column sums without an n x n
/// matrix. `columns`: one zero per column; receives the column sums.
double mean_degree(const SparseMatrix& matrix, std::vector<double>* columns) {
  double own = 0;
  for (Eigen::Index k = 0; k < matrix.nonZeros(); ++k) {
    const double value = matrix.valuePtr()[k];
    (*columns)[static_cast<std::size_t>(matrix.innerIndexPtr()[k])] += value;
    own += value * value;
  }
  double all = 0;
  for (const double sum : *columns) all += sum * sum;
  return std::max(0.0, (all - own) / static_cast<double>(matrix.rows()));
}

}  // namespace

std::vector<double> backward_votes(const SparseMatrix& matrix, const Cancel& cancel) {
  std::vector<double> later(static_cast<std::size_t>(matrix.cols()));
  const double degree = mean_degree(matrix, &later);
  const double alpha = degree > 0 ? attenuation / degree : 0;
  std::vector<double> votes(static_cast<std::size_t>(matrix.rows()), 1);
  std::fill(later.begin(), later.end(), 0);  // receives the sum of y_j x_j over the rows after
  for (Eigen::Index row = matrix.rows() - 1; row >= 0; --row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    double product = 0;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it)
      product += it.value() * later[static_cast<std::size_t>(it.col())];
    const double vote = std::min(1 + alpha * product, max_vote);
    votes[static_cast<std::size_t>(row)] = vote;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it)
      later[static_cast<std::size_t>(it.col())] += vote * it.value();
  }
  return votes;
}

}  // namespace tersely
