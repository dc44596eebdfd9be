#include "analysis/votes.h"

#include <algorithm>
#include <cstddef>

namespace tersely {
namespace {

constexpr double attenuation = 0.5;
constexpr double max_vote = 8;  // votes of thousands of near-equal rows would overflow

/// The mean over rows of the sum of their products with all other rows, computed from the column sums without an n x n
/// matrix. `columns`: one zero per column; receives the column sums.
template <class Matrix>
double mean_degree(const Matrix& matrix, std::vector<double>* columns) {
  double own = 0;
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    visit_row(matrix, row, [&](Eigen::Index column, double value) {
      (*columns)[static_cast<std::size_t>(column)] += value;
      own += value * value;
    });
  }
  double all = 0;
  for (const double sum : *columns) all += sum * sum;
  return std::max(0.0, (all - own) / static_cast<double>(matrix.rows()));
}

template <class Matrix>
std::vector<double> sweep_backward(const Matrix& matrix, const Cancel& cancel) {
  std::vector<double> later(static_cast<std::size_t>(matrix.cols()));
  const double degree = mean_degree(matrix, &later);
  const double alpha = degree > 0 ? attenuation / degree : 0;
  std::vector<double> votes(static_cast<std::size_t>(matrix.rows()), 1);
  std::fill(later.begin(), later.end(), 0);  // receives the sum of y_j x_j over the rows after
  for (Eigen::Index row = matrix.rows() - 1; row >= 0; --row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    double product = 0;
    visit_row(matrix, row,
              [&](Eigen::Index column, double value) { product += value * later[static_cast<std::size_t>(column)]; });
    const double vote = std::clamp(1 + alpha * product, 1.0, max_vote);
    votes[static_cast<std::size_t>(row)] = vote;
    visit_row(matrix, row,
              [&](Eigen::Index column, double value) { later[static_cast<std::size_t>(column)] += vote * value; });
  }
  return votes;
}

}  // namespace

std::vector<double> backward_votes(const SparseMatrix& matrix, const Cancel& cancel) {
  return sweep_backward(matrix, cancel);
}
std::vector<double> backward_votes(const VectorRows& matrix, const Cancel& cancel) {
  return sweep_backward(matrix, cancel);
}

}  // namespace tersely
