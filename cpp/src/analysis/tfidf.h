/// TF-IDF rows of a document's candidates.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analyzer.h"
#include "linear/sparse.h"

namespace tersely {

/// The number of documents of a collection that hold each term.
struct DocumentFrequencies {
  std::vector<std::uint32_t> of_term;
  std::uint32_t n_documents = 0;
};

/// The collection is the text itself, and its candidates are the documents. O(nnz).
DocumentFrequencies sentence_frequencies(const Terms& terms);

/// The number of occurrences of each term in all rows. O(nnz).
std::vector<std::uint32_t> count_occurrences(const Terms& terms);

/// n_rows x n_terms: the number of occurrences of each term in each row. O(nnz).
SparseMatrix count_terms(const Terms& terms);

/// n_rows x n_terms: tf * (ln((n + 1) / (df + 1)) + 1), with each row divided by the pivoted length 0.25 * mean + 0.75
/// * own (Singhal, Buckley & Mitra 1996). A row without terms is zero. O(nnz + largest df).
SparseMatrix tfidf(const Terms& terms, const DocumentFrequencies& frequencies);

}  // namespace tersely
