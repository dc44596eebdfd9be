#pragma once

#include <Eigen/Core>

#include "linear/sparse.h"
#include "tersely/cancel.h"

namespace tersely {

/// Row-major, so that all loops run along rows.
using DenseMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

struct EigenPairs {
  Eigen::VectorXd values;  // descending
  DenseMatrix vectors;     // one per column, of length 1
};

/// All eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub & Van Loan, section 8.5).
/// O(n^3) a sweep; less than ten sweeps.
EigenPairs eigen_pairs(DenseMatrix symmetric);

struct SingularVectors {
  Eigen::VectorXd values;  // descending, > 0
  DenseMatrix of_rows;     // left singular vectors: rows of the matrix x values
};

/// The singular values that are at least `share` of the largest, but at most the 50 largest, and their left singular
/// vectors. The signs of vectors are arbitrary, and so are the vectors of equal values within the space that they span.
///
/// Subspace iteration with 64 vectors, a Chebyshev filter (Rutishauser 1970, Simultaneous iteration method for
/// symmetric matrices) and Rayleigh-Ritz. The densest matrices are rows x 64 and columns x 64. One round is exact if
/// at most 64 rows are not empty. Otherwise the rounds end when the space of the vectors is exact to 1e-11, or after 30
/// rounds. A round costs O(8 * 64 nnz + 64^2 rows). All sums have a fixed order, so the result is the same on every
/// machine.
SingularVectors largest_singular_vectors(const SparseMatrix& matrix, double share, const Cancel& cancel);

}  // namespace tersely
