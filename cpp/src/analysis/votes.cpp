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

/// Sums of rows, one per column.
class ColumnSums {
 public:
  explicit ColumnSums(const SparseMatrix& matrix) : matrix_(matrix), sums_(static_cast<std::size_t>(matrix.cols())) {}

  void add(Eigen::Index row, double factor) {
    for (SparseMatrix::InnerIterator it(matrix_, row); it; ++it) {
      sums_[static_cast<std::size_t>(it.col())] += factor * it.value();
    }
  }
  double operator[](Eigen::Index column) const { return sums_[static_cast<std::size_t>(column)]; }
  /// Clears the columns of these rows, which takes no longer than adding them did.
  void clear(const Range& rows) {
    for (Eigen::Index row = rows.begin; row < rows.end; ++row) {
      for (SparseMatrix::InnerIterator it(matrix_, row); it; ++it) sums_[static_cast<std::size_t>(it.col())] = 0;
    }
  }

 private:
  const SparseMatrix& matrix_;
  std::vector<double> sums_;
};

/// Adds the votes of the other sources. `all`: the sums of all rows. `own`: zeros, before and after the call.
void add_votes_of_others(const SparseMatrix& matrix, const Range& rows, double alpha, const std::vector<double>& all,
                         ColumnSums* own, std::vector<double>* votes) {
  for (Eigen::Index row = rows.begin; row < rows.end; ++row) own->add(row, 1);
  for (Eigen::Index row = rows.begin; row < rows.end; ++row) {
    double product = 0;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) {
      product += it.value() * (all[static_cast<std::size_t>(it.col())] - (*own)[it.col()]);
    }
    (*votes)[static_cast<std::size_t>(row)] += cross_share * alpha * product;
  }
  own->clear(rows);
}

/// Adds the votes of later rows of the same source. `later`: zeros, before and after the call.
void add_votes_of_later(const SparseMatrix& matrix, const Range& rows, double alpha, const Cancel& cancel,
                        ColumnSums* later, std::vector<double>* votes) {
  for (Eigen::Index row = static_cast<Eigen::Index>(rows.end) - 1; row >= rows.begin; --row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    double product = 0;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) product += it.value() * (*later)[it.col()];
    double& vote = (*votes)[static_cast<std::size_t>(row)];
    vote = std::min(vote + alpha * product, max_vote);
    later->add(row, vote);
  }
  later->clear(rows);
}

}  // namespace

std::vector<double> backward_votes(const SparseMatrix& matrix, std::span<const Range> sources, const Cancel& cancel) {
  std::vector<double> all(static_cast<std::size_t>(matrix.cols()));
  const double degree = mean_degree(matrix, &all);
  const double alpha = degree > 0 ? attenuation / degree : 0;
  std::vector<double> votes(static_cast<std::size_t>(matrix.rows()), 1);
  ColumnSums sums(matrix);
  for (const Range& rows : sources) {
    if (sources.size() > 1) add_votes_of_others(matrix, rows, alpha, all, &sums, &votes);
    add_votes_of_later(matrix, rows, alpha, cancel, &sums, &votes);
  }
  return votes;
}

}  // namespace tersely
