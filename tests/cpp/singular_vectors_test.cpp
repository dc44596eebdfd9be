// The iteration for large matrices against all eigenvectors of the dense matrix X X'.
#include "linear/singular_vectors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>

namespace tersely {
namespace {

DenseMatrix gram(const SparseMatrix& matrix) {
  const Eigen::MatrixXd dense(matrix);
  return dense * dense.transpose();
}

TEST(EigenPairs, MultiplyAsTheMatrixDoes) {
  const DenseMatrix matrix{{3, 2, 0}, {2, 3, 0}, {0, 0, 2}};  // by hand: 5 for (1, 1, 0), 2 for (0, 0, 1), 1
  const EigenPairs pairs = eigen_pairs(matrix);
  EXPECT_NEAR(pairs.values[0], 5, 1e-14);
  EXPECT_NEAR(pairs.values[1], 2, 1e-14);
  EXPECT_NEAR(pairs.values[2], 1, 1e-14);
  const DenseMatrix products = pairs.vectors * pairs.values.asDiagonal();
  EXPECT_LT((matrix * pairs.vectors - products).cwiseAbs().maxCoeff(), 1e-14);
}

/// Sentences of random words, with empty and repeated rows.
SparseMatrix random_rows(std::uint32_t rows, std::uint32_t columns, std::uint32_t seed) {
  std::mt19937 random(seed);
  Eigen::MatrixXd dense = Eigen::MatrixXd::Zero(rows, columns);
  for (std::uint32_t row = 0; row < rows; ++row) {
    if (row % 17 == 5) continue;
    if (row % 23 == 7) {
      dense.row(row) = dense.row(row - 1);
      continue;
    }
    for (int word = 0; word < 8; ++word) {
      const double uniform = static_cast<double>(random()) / 4294967296.0;
      dense(row, static_cast<Eigen::Index>(uniform * uniform * columns)) = 1;
    }
  }
  SparseMatrix matrix = dense.sparseView();
  matrix.makeCompressed();
  return matrix;
}

/// The squared length of each row in the space of the wanted vectors.
Eigen::VectorXd lengths(const DenseMatrix& vectors, const Eigen::VectorXd& squares) {
  return vectors.cwiseAbs2() * squares;
}

class LargestSingularVectors : public ::testing::TestWithParam<std::pair<std::uint32_t, std::uint32_t>> {};

TEST_P(LargestSingularVectors, AreThoseOfTheDenseMatrix) {
  const auto [rows, columns] = GetParam();
  const SparseMatrix matrix = random_rows(rows, columns, rows + columns);
  const SingularVectors found = largest_singular_vectors(matrix, 0.5, Cancel());
  const EigenPairs all = eigen_pairs(gram(matrix));
  Eigen::Index wanted = 0;
  while (wanted < 50 && all.values[wanted] >= 0.25 * all.values[0]) ++wanted;
  ASSERT_EQ(found.values.size(), wanted);
  ASSERT_GT(wanted, 0);
  for (Eigen::Index k = 0; k < wanted; ++k) EXPECT_NEAR(found.values[k], std::sqrt(all.values[k]), 1e-12);
  const Eigen::VectorXd expected = lengths(all.vectors.leftCols(wanted), all.values.head(wanted));
  const Eigen::VectorXd actual = lengths(found.of_rows, found.values.cwiseAbs2());
  EXPECT_LT((actual - expected).cwiseAbs().maxCoeff(), 1e-10 * expected.maxCoeff());
}

INSTANTIATE_TEST_SUITE_P(Shapes, LargestSingularVectors,
                         ::testing::Values(std::pair{10u, 40u}, std::pair{64u, 200u}, std::pair{73u, 300u},
                                           std::pair{150u, 20u}, std::pair{150u, 90u}, std::pair{200u, 600u}));

TEST(LargestSingularVectors, OfAMatrixWithoutEntriesAreNone) {
  EXPECT_EQ(largest_singular_vectors(SparseMatrix(3, 0), 0.5, Cancel()).values.size(), 0);
  EXPECT_EQ(largest_singular_vectors(SparseMatrix(0, 0), 0.5, Cancel()).values.size(), 0);
}

}  // namespace
}  // namespace tersely
