#include "analysis/votes.h"

#include <algorithm>
#include <cstddef>

namespace tersely {
namespace {

constexpr double attenuation = 0.5;
constexpr double cross_share = 0.5;  // of a vote for a row of another source
constexpr double max_vote = 8;       // votes of thousands of near-equal rows would overflow

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

/// Sums of rows, one per column.
template <class Matrix>
class ColumnSums {
 public:
  explicit ColumnSums(const Matrix& matrix) : matrix_(matrix), sums_(static_cast<std::size_t>(matrix.cols())) {}

  void add(Eigen::Index row, double factor) {
    visit_row(matrix_, row, [&](Eigen::Index column, double value) { sum(column) += factor * value; });
  }
  double operator[](Eigen::Index column) const { return sums_[static_cast<std::size_t>(column)]; }
  /// Clears the columns of these rows, which takes no longer than adding them did.
  void clear(const Range& rows) {
    for (Eigen::Index row = rows.begin; row < rows.end; ++row) {
      visit_row(matrix_, row, [&](Eigen::Index column, double) { sum(column) = 0; });
    }
  }

 private:
  double& sum(Eigen::Index column) { return sums_[static_cast<std::size_t>(column)]; }

  const Matrix& matrix_;
  std::vector<double> sums_;
};

/// Adds the votes of the other sources. `all`: the sums of all rows. `own`: zeros, before and after the call.
template <class Matrix>
void add_votes_of_others(const Matrix& matrix, const Range& rows, double alpha, const std::vector<double>& all,
                         ColumnSums<Matrix>* own, std::vector<double>* votes) {
  for (Eigen::Index row = rows.begin; row < rows.end; ++row) own->add(row, 1);
  for (Eigen::Index row = rows.begin; row < rows.end; ++row) {
    double product = 0;
    visit_row(matrix, row, [&](Eigen::Index column, double value) {
      product += value * (all[static_cast<std::size_t>(column)] - (*own)[column]);
    });
    (*votes)[static_cast<std::size_t>(row)] += cross_share * alpha * product;
  }
  own->clear(rows);
}

/// Adds the votes of later rows of the same source. `later`: zeros before the call, and not after it.
template <class Matrix>
void add_votes_of_later(const Matrix& matrix, const Range& rows, double alpha, const Cancel& cancel,
                        ColumnSums<Matrix>* later, std::vector<double>* votes) {
  for (Eigen::Index row = static_cast<Eigen::Index>(rows.end) - 1; row >= rows.begin; --row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    double product = 0;
    visit_row(matrix, row, [&](Eigen::Index column, double value) { product += value * (*later)[column]; });
    double& vote = (*votes)[static_cast<std::size_t>(row)];
    vote = std::clamp(vote + alpha * product, 1.0, max_vote);
    later->add(row, vote);
  }
}

template <class Matrix>
std::vector<double> count_votes(const Matrix& matrix, std::span<const Range> sources, const Cancel& cancel) {
  std::vector<double> all(static_cast<std::size_t>(matrix.cols()));
  const double degree = mean_degree(matrix, &all);
  const double alpha = degree > 0 ? attenuation / degree : 0;
  std::vector<double> votes(static_cast<std::size_t>(matrix.rows()), 1);
  ColumnSums<Matrix> sums(matrix);
  const bool several = sources.size() > 1;
  for (const Range& rows : sources) {
    if (several) add_votes_of_others(matrix, rows, alpha, all, &sums, &votes);
    add_votes_of_later(matrix, rows, alpha, cancel, &sums, &votes);
    if (several) sums.clear(rows);
  }
  return votes;
}

}  // namespace

std::vector<double> backward_votes(const SparseMatrix& matrix, std::span<const Range> sources, const Cancel& cancel) {
  return count_votes(matrix, sources, cancel);
}
std::vector<double> backward_votes(const VectorRows& matrix, std::span<const Range> sources, const Cancel& cancel) {
  return count_votes(matrix, sources, cancel);
}

}  // namespace tersely
