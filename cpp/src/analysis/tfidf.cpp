#include "analysis/tfidf.h"

#include <algorithm>

#include "linear/logarithm.h"

namespace tersely {
namespace {

constexpr double pivot_slope = 0.75;

void weigh_by_idf(const DocumentFrequencies& frequencies, SparseMatrix* matrix) {
  const std::vector<std::uint32_t>& df = frequencies.of_term;
  const double n = frequencies.n_documents;
  std::vector<double> idf_of(df.empty() ? 0 : *std::max_element(df.begin(), df.end()) + 1);  // few counts, many terms
  for (std::size_t count = 0; count < idf_of.size(); ++count) {
    idf_of[count] = ln((n + 1) / (static_cast<double>(count) + 1)) + 1;
  }
  for (Eigen::Index k = 0; k < matrix->nonZeros(); ++k) {
    matrix->valuePtr()[k] *= idf_of[df[static_cast<std::size_t>(matrix->innerIndexPtr()[k])]];
  }
}

}  // namespace

DocumentFrequencies sentence_frequencies(const Terms& terms) {
  DocumentFrequencies frequencies{std::vector<std::uint32_t>(terms.n_terms),
                                  static_cast<std::uint32_t>(terms.term_offsets.size() - 1)};
  for (const std::uint32_t term : terms.term_ids) ++frequencies.of_term[term];
  return frequencies;
}

std::vector<std::uint32_t> count_occurrences(const Terms& terms) {
  std::vector<std::uint32_t> counts(terms.n_terms);
  for (std::size_t k = 0; k < terms.term_ids.size(); ++k) counts[terms.term_ids[k]] += terms.term_counts[k];
  return counts;
}

SparseMatrix count_terms(const Terms& terms) {
  SparseMatrix counts(static_cast<Eigen::Index>(terms.term_offsets.size() - 1), terms.n_terms);
  counts.resizeNonZeros(static_cast<Eigen::Index>(terms.term_ids.size()));
  std::copy(terms.term_offsets.begin(), terms.term_offsets.end(), counts.outerIndexPtr());
  std::copy(terms.term_ids.begin(), terms.term_ids.end(), counts.innerIndexPtr());
  std::copy(terms.term_counts.begin(), terms.term_counts.end(), counts.valuePtr());
  return counts;
}

SparseMatrix tfidf(const Terms& terms, const DocumentFrequencies& frequencies) {
  SparseMatrix matrix = count_terms(terms);
  weigh_by_idf(frequencies, &matrix);
  Eigen::VectorXd lengths = row_norms(matrix);
  double sum = 0;
  for (const double length : lengths) sum += length;
  const double mean = lengths.size() == 0 ? 0 : sum / static_cast<double>(lengths.size());
  for (double& length : lengths) length = (1 - pivot_slope) * mean + pivot_slope * length;
  divide_rows(lengths, &matrix);
  return matrix;
}

}  // namespace tersely
