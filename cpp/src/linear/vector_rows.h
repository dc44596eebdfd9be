/// Dense rows of the caller, and products of rows that are the same for dense and sparse matrices.
///
/// A matrix of all products of rows, X X', is never made: X (X' v) costs as much as the numbers in X. Every sum is a
/// plain loop in ascending index; see sparse.h.
#pragma once

#include <Eigen/Core>
#include <span>
#include <variant>

#include "linear/sparse.h"
#include "tersely/options.h"

namespace tersely {

/// A dense matrix of float or double that is read where it lies, with each row multiplied by a factor.
class VectorRows {
 public:
  /// Scales each row to its length in `lengths`; rows of zeros stay zero. O(numbers).
  VectorRows(const DenseRows& matrix, const Eigen::VectorXd& lengths);

  Eigen::Index rows() const { return factors_.size(); }
  Eigen::Index cols() const { return static_cast<Eigen::Index>(matrix_.n_columns); }

  /// Calls visit(column, value) for all columns, ascending.
  template <class Visit>
  void visit(Eigen::Index row, Visit visit) const {
    const double factor = factors_[row];
    std::visit(
        [&](const auto* values) {
          values += row * cols();
          for (Eigen::Index k = 0; k < cols(); ++k) visit(k, factor * static_cast<double>(values[k]));
        },
        matrix_.values);
  }

  /// The products of `row` with the rows from `first` on, as many as `out` has room for.
  void multiply_rows(Eigen::Index row, Eigen::Index first, std::span<double> out) const;

 private:
  DenseRows matrix_;
  Eigen::VectorXd factors_;
};

/// Calls visit(column, value) for the entries of a row, ascending by column.
template <class Visit>
void visit_row(const VectorRows& matrix, Eigen::Index row, Visit visit) {
  matrix.visit(row, visit);
}
template <class Visit>
void visit_row(const SparseMatrix& matrix, Eigen::Index row, Visit visit) {
  for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) visit(it.col(), it.value());
}

/// X (X' v). O(entries).
template <class Matrix>
Eigen::VectorXd multiply_gram(const Matrix& matrix, const Eigen::VectorXd& v) {
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(matrix.cols());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    const double factor = v[row];
    visit_row(matrix, row, [&](Eigen::Index column, double value) { sums[column] += value * factor; });
  }
  Eigen::VectorXd products(matrix.rows());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    double sum = 0;
    visit_row(matrix, row, [&](Eigen::Index column, double value) { sum += value * sums[column]; });
    products[row] = sum;
  }
  return products;
}

/// The products of each row with itself: the diagonal of X X'. O(entries).
template <class Matrix>
Eigen::VectorXd squared_norms(const Matrix& matrix) {
  Eigen::VectorXd squares(matrix.rows());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    double sum = 0;
    visit_row(matrix, row, [&](Eigen::Index, double value) { sum += value * value; });
    squares[row] = sum;
  }
  return squares;
}

}  // namespace tersely
