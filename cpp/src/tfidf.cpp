#include "tersely/tfidf.h"

#include <algorithm>
#include <cmath>

#include "logarithm.h"

namespace tersely {
namespace {

constexpr double pivot_slope = 0.75;

void weigh_by_idf(SparseMatrix* matrix) {
  const std::vector<std::uint32_t> df = document_frequency(*matrix);
  const auto n = static_cast<double>(matrix->rows());
  std::vector<double> idf(df.size());
  for (std::size_t t = 0; t < df.size(); ++t) idf[t] = ln((n + 1) / (df[t] + 1)) + 1;
  for (Eigen::Index k = 0; k < matrix->nonZeros(); ++k) {
    matrix->valuePtr()[k] *= idf[static_cast<std::size_t>(matrix->innerIndexPtr()[k])];
  }
}

/// Divides row i by divisors[i], where that is positive.
void divide_rows(const std::vector<double>& divisors, SparseMatrix* matrix) {
  for (Eigen::Index row = 0; row < matrix->rows(); ++row) {
    const double divisor = divisors[static_cast<std::size_t>(row)];
    if (!(divisor > 0)) continue;
    for (SparseMatrix::InnerIterator it(*matrix, row); it; ++it) it.valueRef() /= divisor;
  }
}

}  // namespace

SparseMatrix count_terms(const Terms& terms) {
  const auto n_rows = static_cast<std::uint32_t>(terms.term_offsets.size() - 1);
  SparseMatrix counts(n_rows, terms.n_terms);
  counts.reserve(static_cast<Eigen::Index>(terms.term_ids.size()));
  std::vector<std::uint32_t> sorted;
  for (std::uint32_t row = 0; row < n_rows; ++row) {
    counts.startVec(row);
    const auto ids = terms.terms(row);
    sorted.assign(ids.begin(), ids.end());
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size();) {
      std::size_t j = i;
      while (j < sorted.size() && sorted[j] == sorted[i]) ++j;
      counts.insertBack(row, sorted[i]) = static_cast<double>(j - i);
      i = j;
    }
  }
  counts.finalize();
  return counts;
}

SparseMatrix tfidf(const Terms& terms) {
  SparseMatrix matrix = count_terms(terms);
  weigh_by_idf(&matrix);
  std::vector<double> lengths = row_lengths(matrix);
  double sum = 0;
  for (const double length : lengths) sum += length;
  const double mean = lengths.empty() ? 0 : sum / static_cast<double>(lengths.size());
  for (double& length : lengths) length = (1 - pivot_slope) * mean + pivot_slope * length;
  divide_rows(lengths, &matrix);
  return matrix;
}

std::vector<std::uint32_t> document_frequency(const SparseMatrix& matrix) {
  std::vector<std::uint32_t> df(static_cast<std::size_t>(matrix.cols()));
  for (Eigen::Index k = 0; k < matrix.nonZeros(); ++k) ++df[static_cast<std::size_t>(matrix.innerIndexPtr()[k])];
  return df;
}

std::vector<double> row_lengths(const SparseMatrix& matrix) {
  std::vector<double> lengths(static_cast<std::size_t>(matrix.rows()));
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    double squares = 0;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) squares += it.value() * it.value();
    lengths[static_cast<std::size_t>(row)] = std::sqrt(squares);
  }
  return lengths;
}

SparseMatrix normalize_rows(SparseMatrix matrix) {
  divide_rows(row_lengths(matrix), &matrix);
  return matrix;
}

}  // namespace tersely
