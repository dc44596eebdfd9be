/// How much each sentence says about what the caller asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analysed_text.h"
#include "tersely/options.h"
#include "tersely/workspace.h"

namespace tersely {

/// The words of a query that count: no stop words, and no words of instruction ("summarise") unless there are no
/// others.
struct Query {
  std::vector<std::string> keys;     // sorted, each once
  std::vector<std::uint32_t> terms;  // of the text; ascending

  bool has(const std::string& key) const;
};

/// O(bytes of the query). Throws InvalidOption if it is not UTF-8.
Query read_query(const std::string& text, const AnalysedText& document, Workspace* workspace);

struct Relevance {
  bool asked = false;  // is there a query, or did the caller give relevance, or scores of the sources?
  Query query;
  std::vector<double> rows;  // one per row, in [0, 1], the largest is 1; empty if not asked, or if nothing is relevant
  /// The squares of `rows`, by which the evidence for concepts and the scores of methods are multiplied: scores differ
  /// more than the relevance of an answer and of its neighbours, which share it.
  std::vector<double> factors;

  bool unmatched() const { return asked && rows.empty(); }
  /// nullopt if not asked. `row`: may be AnalysedText::no_row.
  std::optional<double> of_row(std::uint32_t row) const {
    if (!asked) return std::nullopt;
    return row < rows.size() ? rows[row] : 0;
  }
};

/// A blank query is none. Relevance that the caller gives is divided by the largest. That of a query is
///
///     b_i = BM25 of row i, with k1 = 1.2 and b = 0.75 (Robertson & Zaragoza 2009), where the rows are the documents;
///           plus the idf of each key of the query that the label of the row's turn holds
///     s_i = b_i + 0.5 * sum over h = 1, 2, 3 of 0.7^(h - 1) * (b_(i-h) + b_(i+h)), over the rows of its source
///     r_i = s_i * BM25 of its source, where the sources are the documents, divided by the largest; 1 for one source
///
/// divided by the largest r. If the caller gave a score to each source, that replaces the BM25 of the sources, and also
/// counts without a query. `in_reach`: one per row; if none of these is relevant, the query is unmatched. O(rows +
/// postings of the query), and O(nnz) for the first query of a document. Throws InvalidOption (query, relevance).
Relevance find_relevance(const AnalysedText& document, const QueryOptions& options, const std::vector<bool>& in_reach,
                         Workspace* workspace);

}  // namespace tersely
