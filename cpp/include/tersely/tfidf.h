/// TF-IDF rows of a document's candidates.
#pragma once

#include <Eigen/SparseCore>
#include <vector>

#include "tersely/analyzer.h"

namespace tersely {

/// Row-major (CSR) with ascending columns; double precision.
using SparseMatrix = Eigen::SparseMatrix<double, Eigen::RowMajor, std::int32_t>;

/// n_rows x n_terms: how often each term stands in each row. O(nnz).
SparseMatrix count_terms(const Terms& terms);

/// n_rows x n_terms with tf * (ln((n + 1) / (df + 1)) + 1), n and df over the rows; each row divided by the pivoted
/// length 0.25 * mean + 0.75 * own (Singhal, Buckley & Mitra 1996). A row without terms is zero. O(terms).
SparseMatrix tfidf(const Terms& terms);

/// The number of rows that hold each term. O(nnz).
std::vector<std::uint32_t> document_frequency(const SparseMatrix& matrix);

/// The Euclidean length of each row. O(nnz).
std::vector<double> row_lengths(const SparseMatrix& matrix);

/// The matrix with each row divided by its length; zero rows stay zero. O(nnz).
SparseMatrix normalize_rows(SparseMatrix matrix);

}  // namespace tersely
