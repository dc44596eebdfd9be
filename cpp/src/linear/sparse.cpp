#include "linear/sparse.h"

#include <cmath>
#include <utility>

namespace tersely {

/// Each row adds its terms to the sums of later rows before those add their own, so the order is ascending.
Eigen::VectorXd multiply_symmetric(const SparseMatrix& upper, const Eigen::VectorXd& v) {
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(upper.rows());
  for (Eigen::Index row = 0; row < upper.rows(); ++row) {
    double sum = sums[row];
    for (SparseMatrix::InnerIterator it(upper, row); it; ++it) {
      sum += it.value() * v[it.col()];
      sums[it.col()] += it.value() * v[row];
    }
    sums[row] = sum;
  }
  return sums;
}

double dot(const SparseMatrix& matrix, std::uint32_t a, std::uint32_t b) {
  double sum = 0;
  SparseMatrix::InnerIterator i(matrix, a);
  SparseMatrix::InnerIterator j(matrix, b);
  while (i && j) {
    if (i.col() == j.col()) {
      sum += i.value() * j.value();
      ++i;
      ++j;
    } else if (i.col() < j.col()) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

Eigen::VectorXd row_norms(const SparseMatrix& matrix) {
  Eigen::VectorXd norms(matrix.rows());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    double squares = 0;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) squares += it.value() * it.value();
    norms[row] = std::sqrt(squares);
  }
  return norms;
}

void divide_rows(const Eigen::VectorXd& divisors, SparseMatrix* matrix) {
  for (Eigen::Index row = 0; row < matrix->rows(); ++row) {
    if (!(divisors[row] > 0)) continue;
    for (SparseMatrix::InnerIterator it(*matrix, row); it; ++it) it.valueRef() /= divisors[row];
  }
}

SparseMatrix normalize_rows(SparseMatrix matrix) {
  divide_rows(row_norms(matrix), &matrix);
  return matrix;
}

}  // namespace tersely
