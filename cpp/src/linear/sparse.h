/// Sparse matrices, with sums in a fixed order.
///
/// A summary must be the same on every machine, so every sum here is a plain loop in ascending index. Eigen's
/// products and norms along a row are not used: Eigen 3.4 sums a row in order, but later versions use two accumulators.
#pragma once

#include <Eigen/SparseCore>
#include <cstdint>
#include <vector>

namespace tersely {

/// Row-major (CSR) with ascending columns; double precision.
using SparseMatrix = Eigen::SparseMatrix<double, Eigen::RowMajor, std::int32_t>;

/// S v for the symmetric matrix S with these entries above the diagonal and a diagonal of 0. O(nnz).
Eigen::VectorXd multiply_symmetric(const SparseMatrix& upper, const Eigen::VectorXd& v);

/// The inner product of two rows. O(nnz of both).
double dot(const SparseMatrix& matrix, std::uint32_t a, std::uint32_t b);

/// The Euclidean norm of each row. O(nnz).
Eigen::VectorXd row_norms(const SparseMatrix& matrix);

/// Divides each row by its divisor if that is positive. O(nnz).
void divide_rows(const Eigen::VectorXd& divisors, SparseMatrix* matrix);

/// The matrix with each row divided by its norm; zero rows stay zero. O(nnz).
SparseMatrix normalize_rows(SparseMatrix matrix);

}  // namespace tersely
