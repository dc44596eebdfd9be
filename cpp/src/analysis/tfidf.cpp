#include "tersely/tfidf.h"

#include <algorithm>
#include <cmath>

#include "linear/logarithm.h"

namespace tersely {
namespace {

constexpr double pivot_slope = 0.75;

void weigh_by_idf(SparseMatrix* matrix) {
  const std::vector<std::uint32_t> df = document_frequency(*matrix);
  const auto n = static_cast<double>(matrix->rows());
  std::vector<double> idf_of(df.empty() ? 0 : *std::max_element(df.begin(), df.end()) + 1);  // few counts, many terms
  for (std::size_t count = 0; count < idf_of.size(); ++count) {
    idf_of[count] = ln((n + 1) / (static_cast<double>(count) + 1)) + 1;
  }
  for (Eigen::Index k = 0; k < matrix->nonZeros(); ++k) {
    matrix->valuePtr()[k] *= idf_of[df[static_cast<std::size_t>(matrix->innerIndexPtr()[k])]];
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
  SparseMatrix counts(static_cast<Eigen::Index>(terms.term_offsets.size() - 1), terms.n_terms);
  counts.resizeNonZeros(static_cast<Eigen::Index>(terms.term_ids.size()));
  std::copy(terms.term_offsets.begin(), terms.term_offsets.end(), counts.outerIndexPtr());
  std::copy(terms.term_ids.begin(), terms.term_ids.end(), counts.innerIndexPtr());
  std::copy(terms.term_counts.begin(), terms.term_counts.end(), counts.valuePtr());
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
