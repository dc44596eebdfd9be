#include "linear/singular_vectors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace tersely {
namespace {

constexpr Eigen::Index most_vectors = 50;
constexpr Eigen::Index block_size = 64;  // more vectors than wanted: the last ones converge slowly
constexpr int filter_degree = 8;
constexpr int max_rounds = 30;
constexpr int max_sweeps = 30;
constexpr double tolerance = 1e-11;   // of the space of the wanted vectors
constexpr double rounding = 2e-15;    // entries below this share of the largest count as 0
constexpr double negligible = 1e-14;  // a direction with less than this share of the largest is rounding error
constexpr double equality = 1e-9;     // relative: a value this close to the limit reaches it

/// A' B, as a sum over rows in ascending order.
DenseMatrix inner_products(const DenseMatrix& a, const DenseMatrix& b, const Cancel& cancel) {
  DenseMatrix products = DenseMatrix::Zero(a.cols(), b.cols());
  for (Eigen::Index row = 0; row < a.rows(); ++row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    for (Eigen::Index i = 0; i < a.cols(); ++i) products.row(i) += a(row, i) * b.row(row);
  }
  return products;
}

/// A B, as sums in ascending order.
DenseMatrix multiply(const DenseMatrix& a, const DenseMatrix& b, const Cancel& cancel) {
  DenseMatrix product = DenseMatrix::Zero(a.rows(), b.cols());
  for (Eigen::Index row = 0; row < a.rows(); ++row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    for (Eigen::Index i = 0; i < a.cols(); ++i) product.row(row) += a(row, i) * b.row(i);
  }
  return product;
}

/// X X' V, without X X'.
DenseMatrix multiply_gram(const SparseMatrix& matrix, const DenseMatrix& v, const Cancel& cancel) {
  DenseMatrix by_column = DenseMatrix::Zero(matrix.cols(), v.cols());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) by_column.row(it.col()) += it.value() * v.row(row);
  }
  DenseMatrix product = DenseMatrix::Zero(v.rows(), v.cols());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it)
      product.row(row) += it.value() * by_column.row(it.col());
  }
  return product;
}

/// The rows that are not empty are dealt to the columns in turn, with irregular weights, so that no vector that matters
/// is orthogonal to all columns, and no column is orthogonal to all vectors that matter.
DenseMatrix first_block(const SparseMatrix& matrix) {
  constexpr double golden_ratio = 0.6180339887498949;
  std::vector<Eigen::Index> rows;
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    if (SparseMatrix::InnerIterator(matrix, row)) rows.push_back(row);
  }
  const std::size_t columns = std::min(rows.size(), std::size_t{block_size});
  DenseMatrix block = DenseMatrix::Zero(matrix.rows(), static_cast<Eigen::Index>(columns));
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const double multiple = golden_ratio * static_cast<double>(k + 1);
    block(rows[k], static_cast<Eigen::Index>(k % columns)) = 0.5 + (multiple - std::floor(multiple));
  }
  return block;
}

/// Columns of length 1, orthogonal to each other, that span the same space; some may be 0.
DenseMatrix orthonormalize(const DenseMatrix& block, const Cancel& cancel) {
  DenseMatrix products = inner_products(block, block, cancel);
  const Eigen::Index n = products.rows();
  Eigen::VectorXd scale(n);
  for (Eigen::Index i = 0; i < n; ++i) scale[i] = products(i, i) > 0 ? 1 / std::sqrt(products(i, i)) : 0;
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j < n; ++j) products(i, j) *= scale[i] * scale[j];
  }
  EigenPairs pairs = eigen_pairs(std::move(products));
  for (Eigen::Index j = 0; j < n; ++j) {
    const double value = pairs.values[j];
    const double length = value > negligible * pairs.values[0] ? 1 / std::sqrt(value) : 0;
    for (Eigen::Index i = 0; i < n; ++i) pairs.vectors(i, j) *= scale[i] * length;
  }
  return multiply(block, pairs.vectors, cancel);
}

/// The vectors of a block that are closest to eigenvectors of B = X X'.
struct Approximation {
  Eigen::VectorXd values;  // descending
  DenseMatrix vectors;
  DenseMatrix images;  // B times the vectors
};

/// Rayleigh-Ritz. The second pass removes what rounding leaves of the first if columns were almost dependent.
Approximation approximate(const SparseMatrix& matrix, const DenseMatrix& block, const Cancel& cancel) {
  const DenseMatrix basis = orthonormalize(orthonormalize(block, cancel), cancel);
  const DenseMatrix images = multiply_gram(matrix, basis, cancel);
  const EigenPairs pairs = eigen_pairs(inner_products(basis, images, cancel));
  return {pairs.values, multiply(basis, pairs.vectors, cancel), multiply(images, pairs.vectors, cancel)};
}

/// T(B) V, where T is the Chebyshev polynomial that is at most 1 between 0 and `bound` and grows fast above. `bound` is
/// the smallest value of the block. If that is 0, B has fewer values than the block, and B V spans all their vectors.
DenseMatrix filter(const SparseMatrix& matrix, const Approximation& block, const Cancel& cancel) {
  const double bound = block.values[block.values.size() - 1];
  if (!(bound > negligible * block.values[0])) return block.images;
  DenseMatrix before = block.vectors;
  DenseMatrix last = (2 / bound) * block.images - before;
  for (int degree = 2; degree <= filter_degree; ++degree) {
    DenseMatrix next = (4 / bound) * multiply_gram(matrix, last, cancel) - 2 * last - before;
    before.swap(last);
    last.swap(next);
  }
  return last;
}

Eigen::Index count_wanted(const Eigen::VectorXd& values, double share) {
  const double least = share * share * values[0] * (1 - equality);
  Eigen::Index wanted = 0;
  while (wanted < std::min(values.size(), most_vectors) && values[wanted] > 0 && values[wanted] >= least) ++wanted;
  return wanted;
}

/// The error of the space is at most the residual divided by the gap to the values that are not wanted (Davis & Kahan).
bool has_converged(const Approximation& block, Eigen::Index wanted) {
  const bool has_next = wanted > 0 && wanted < block.values.size();
  const double gap = has_next ? block.values[wanted - 1] - block.values[wanted] : block.values[0];
  const double most = std::max(tolerance * gap, rounding * block.values[0]);
  for (Eigen::Index j = 0; j < wanted; ++j) {
    double squares = 0;
    for (Eigen::Index row = 0; row < block.vectors.rows(); ++row) {
      const double residual = block.images(row, j) - block.values[j] * block.vectors(row, j);
      squares += residual * residual;
    }
    if (std::sqrt(squares) > most) return false;
  }
  return true;
}

/// Rotates rows and columns p and q so that the entry (p, q) becomes 0.
void rotate(Eigen::Index p, Eigen::Index q, DenseMatrix* a, DenseMatrix* vectors) {
  const double slope = ((*a)(q, q) - (*a)(p, p)) / (2 * (*a)(p, q));
  const double tangent = (slope < 0 ? -1 : 1) / (std::abs(slope) + std::sqrt(slope * slope + 1));
  const double cosine = 1 / std::sqrt(tangent * tangent + 1);
  const double sine = tangent * cosine;
  for (Eigen::Index k = 0; k < a->rows(); ++k) {
    const double left = (*a)(k, p);
    const double right = (*a)(k, q);
    (*a)(k, p) = cosine * left - sine * right;
    (*a)(k, q) = sine * left + cosine * right;
  }
  for (DenseMatrix* matrix : {a, vectors}) {
    for (Eigen::Index k = 0; k < a->cols(); ++k) {
      const double left = (*matrix)(p, k);
      const double right = (*matrix)(q, k);
      (*matrix)(p, k) = cosine * left - sine * right;
      (*matrix)(q, k) = sine * left + cosine * right;
    }
  }
}

/// One rotation for each entry above the diagonal that is not negligible. Returns whether there was one.
bool sweep(DenseMatrix* a, DenseMatrix* vectors) {
  const double least = rounding * a->cwiseAbs().maxCoeff();
  bool rotated = false;
  for (Eigen::Index p = 0; p < a->rows(); ++p) {
    for (Eigen::Index q = p + 1; q < a->cols(); ++q) {
      if (!(std::abs((*a)(p, q)) > least)) continue;
      rotate(p, q, a, vectors);
      rotated = true;
    }
  }
  return rotated;
}

}  // namespace

EigenPairs eigen_pairs(DenseMatrix symmetric) {
  const Eigen::Index n = symmetric.rows();
  DenseMatrix vectors = DenseMatrix::Identity(n, n);  // one per row
  for (int count = 0; count < max_sweeps && sweep(&symmetric, &vectors); ++count) continue;
  std::vector<Eigen::Index> order(static_cast<std::size_t>(n));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](Eigen::Index i, Eigen::Index j) { return symmetric(i, i) > symmetric(j, j); });
  EigenPairs pairs{Eigen::VectorXd(n), DenseMatrix(n, n)};
  for (Eigen::Index j = 0; j < n; ++j) {
    const Eigen::Index from = order[static_cast<std::size_t>(j)];
    pairs.values[j] = symmetric(from, from);
    for (Eigen::Index i = 0; i < n; ++i) pairs.vectors(i, j) = vectors(from, i);
  }
  return pairs;
}

SingularVectors largest_singular_vectors(const SparseMatrix& matrix, double share, const Cancel& cancel) {
  const DenseMatrix start = first_block(matrix);
  if (start.cols() == 0) return {Eigen::VectorXd(0), DenseMatrix(matrix.rows(), 0)};
  Approximation block = approximate(matrix, start, cancel);
  Eigen::Index wanted = count_wanted(block.values, share);
  for (int round = 1; round < max_rounds && !has_converged(block, wanted); ++round) {
    block = approximate(matrix, filter(matrix, block, cancel), cancel);
    wanted = count_wanted(block.values, share);
  }
  SingularVectors found{Eigen::VectorXd(wanted), block.vectors.leftCols(wanted)};
  for (Eigen::Index j = 0; j < wanted; ++j) found.values[j] = std::sqrt(block.values[j]);
  return found;
}

}  // namespace tersely
