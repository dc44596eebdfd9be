#include "methods/relevance.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "analysis/workspace_or_own.h"
#include "linear/logarithm.h"
#include "support/sort_unique.h"
#include "tersely/error.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace tersely {
namespace {

constexpr double saturation = 1.2;     // k1 of BM25
constexpr double length_share = 0.75;  // b of BM25
constexpr double neighbour_share = 0.5;
constexpr double fading = 0.7;  // per sentence of distance
constexpr std::uint32_t reach = 3;

double idf(double n_rows, std::size_t n_with) {
  const auto with = static_cast<double>(n_with);
  return ln(1 + (n_rows - with + 0.5) / (with + 0.5));
}

/// Rows, or sources, as the documents of BM25.
class Bm25 {
 public:
  /// `lengths`: one per document, in words.
  explicit Bm25(std::vector<double> lengths) : lengths_(std::move(lengths)), points_(lengths_.size()) {
    for (const double length : lengths_) mean_ += length;
    mean_ /= static_cast<double>(lengths_.size());
  }

  struct Posting {
    std::uint32_t document;
    double count;
  };
  /// `postings`: the documents with one term of the query, each once.
  void add_term(std::span<const Posting> postings) {
    const double weight = idf(n_documents(), postings.size());
    for (const auto& [document, count] : postings) {
      const double length = 1 - length_share + length_share * lengths_[document] / mean_;
      points_[document] += weight * (saturation + 1) * count / (count + saturation * length);
    }
  }
  /// `documents`: those whose label has one key of the query.
  void add_label(std::span<const std::uint32_t> documents) {
    const double weight = documents.empty() ? 0 : idf(n_documents(), documents.size());
    for (const std::uint32_t document : documents) points_[document] += weight;
  }

  std::vector<double> points() && { return std::move(points_); }

 private:
  double n_documents() const { return static_cast<double>(points_.size()); }

  std::vector<double> lengths_;
  std::vector<double> points_;
  double mean_ = 0;
};

std::vector<double> lengths_of_rows(const AnalysedText& document) {
  std::vector<double> lengths(document.n_rows());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) lengths[row] = document.words_in_row(row);
  return lengths;
}

std::vector<Bm25::Posting> rows_with(const AnalysedText& document, std::uint32_t term) {
  std::vector<Bm25::Posting> postings;
  for (SparseMatrix::InnerIterator it(document.rows_of_terms(), term); it; ++it) {
    postings.push_back({static_cast<std::uint32_t>(it.col()), it.value()});
  }
  return postings;
}

/// The rows whose label has each key of the query.
std::vector<std::span<const std::uint32_t>> rows_with_labels(const AnalysedText& document, const Query& query,
                                                             Workspace* workspace) {
  std::vector<std::span<const std::uint32_t>> rows;
  if (!document.has_transcript()) return rows;
  const Speakers& speakers = document.speakers(workspace);
  for (const std::string& key : query.keys) rows.push_back(speakers.rows(key));
  return rows;
}

/// A sentence beside one that answers often belongs to the answer. Both are of one source.
std::vector<double> add_neighbours(const AnalysedText& document, const std::vector<double>& points) {
  std::vector<double> sums = points;
  for (const Source& source : document.sources()) {
    double share = neighbour_share;
    for (std::uint32_t distance = 1; distance <= reach; ++distance) {
      for (std::uint32_t row = source.rows.begin; row < source.rows.end; ++row) {
        const double before = row >= source.rows.begin + distance ? points[row - distance] : 0;
        const double after = row + distance < source.rows.end ? points[row + distance] : 0;
        sums[row] += share * (before + after);
      }
      share *= fading;
    }
  }
  return sums;
}

std::vector<double> points_of_query(const AnalysedText& document, const Query& query, Workspace* workspace) {
  Bm25 rows(lengths_of_rows(document));
  for (const std::uint32_t term : query.terms) rows.add_term(rows_with(document, term));
  for (const auto& labelled : rows_with_labels(document, query, workspace)) rows.add_label(labelled);
  return add_neighbours(document, std::move(rows).points());
}

/// The sources that have rows, in the order of these.
class SourcesWithRows {
 public:
  explicit SourcesWithRows(const AnalysedText& document) : of_row_(document.n_rows()) {
    for (const std::uint32_t source : document.source_order()) {
      const Range rows = document.sources()[source].rows;
      if (rows.size() == 0) continue;
      std::fill(of_row_.begin() + rows.begin, of_row_.begin() + rows.end, size());
      double length = 0;
      for (std::uint32_t row = rows.begin; row < rows.end; ++row) length += document.words_in_row(row);
      lengths_.push_back(length);
    }
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(lengths_.size()); }
  std::uint32_t of_row(std::uint32_t row) const { return of_row_[row]; }
  const std::vector<double>& lengths() const { return lengths_; }

  /// `rows`: ascending, so that those of a source follow each other.
  std::vector<Bm25::Posting> merge(const std::vector<Bm25::Posting>& rows) const {
    std::vector<Bm25::Posting> postings;
    for (const auto& [row, count] : rows) {
      if (postings.empty() || postings.back().document != of_row_[row]) postings.push_back({of_row_[row], 0});
      postings.back().count += count;
    }
    return postings;
  }
  std::vector<std::uint32_t> merge(std::span<const std::uint32_t> rows) const {
    std::vector<std::uint32_t> sources;
    for (const std::uint32_t row : rows) {
      if (sources.empty() || sources.back() != of_row_[row]) sources.push_back(of_row_[row]);
    }
    return sources;
  }

 private:
  std::vector<std::uint32_t> of_row_;
  std::vector<double> lengths_;
};

/// Multiplies the points of each row by the BM25 of its source, divided by the largest.
void weigh_by_source(const AnalysedText& document, const Query& query, Workspace* workspace,
                     std::vector<double>* points) {
  const SourcesWithRows sources(document);
  if (sources.size() < 2) return;
  Bm25 whole(sources.lengths());
  for (const std::uint32_t term : query.terms) whole.add_term(sources.merge(rows_with(document, term)));
  for (const auto& rows : rows_with_labels(document, query, workspace)) whole.add_label(sources.merge(rows));
  const std::vector<double> of_source = std::move(whole).points();
  const double largest = *std::max_element(of_source.begin(), of_source.end());
  if (largest == 0) return;
  for (std::uint32_t row = 0; row < points->size(); ++row) (*points)[row] *= of_source[sources.of_row(row)] / largest;
}

/// Multiplies the points of each row by the score that the caller gave to its source, divided by the largest.
void weigh_by_scores(const AnalysedText& document, std::vector<double>* points) {
  double largest = 0;
  for (const Source& source : document.sources()) largest = std::max(largest, source.score);
  for (const Source& source : document.sources()) {
    const double share = largest > 0 ? source.score / largest : 0;
    for (std::uint32_t row = source.rows.begin; row < source.rows.end; ++row) (*points)[row] *= share;
  }
}

/// The caller gives one number per unit.
std::vector<double> points_of_caller(const AnalysedText& document, const std::vector<double>& units) {
  if (units.size() != document.n_units()) {
    throw InvalidOption("relevance", std::to_string(units.size()) + " numbers",
                        "one number for each of the " + std::to_string(document.n_units()) + " units of the document");
  }
  std::vector<double> points;
  points.reserve(document.n_rows());
  for (const std::uint32_t unit : document.candidates()) points.push_back(units[unit]);
  return points;
}

/// Empty if no row in reach has points.
std::vector<double> over_largest(std::vector<double> points, const std::vector<bool>& in_reach) {
  const double largest = points.empty() ? 0 : *std::max_element(points.begin(), points.end());
  bool any = false;
  for (std::size_t row = 0; row < points.size(); ++row) {
    points[row] = largest > 0 ? points[row] / largest : 0;
    any = any || (in_reach[row] && points[row] > 0);
  }
  if (!any) points.clear();
  return points;
}

}  // namespace

bool Query::has(const std::string& key) const { return std::binary_search(keys.begin(), keys.end(), key); }

Query read_query(const std::string& text, const AnalysedText& document, Workspace* workspace) {
  if (!is_valid_utf8(text)) throw InvalidOption("query", text, "UTF-8");
  std::vector<Words::Other> words = document.read(text, workspace);
  std::erase_if(words, [](const Words::Other& word) { return word.stop; });
  const auto is_instruction = [](const Words::Other& word) { return word.instruction; };
  if (!std::all_of(words.begin(), words.end(), is_instruction)) std::erase_if(words, is_instruction);
  Query query;
  for (const Words::Other& word : words) {
    query.keys.push_back(word.key);
    if (const std::uint32_t term = document.term_of(word); term != Terms::no_term) query.terms.push_back(term);
  }
  std::sort(query.keys.begin(), query.keys.end());
  query.keys.erase(std::unique(query.keys.begin(), query.keys.end()), query.keys.end());
  sort_unique(&query.terms);
  return query;
}

Relevance find_relevance(const AnalysedText& document, const QueryOptions& options, const std::vector<bool>& in_reach,
                         Workspace* workspace) {
  Relevance relevance;
  const bool has_query = options.text && !is_blank(*options.text);
  relevance.asked = has_query || options.relevance || document.has_scores();
  if (!relevance.asked) return relevance;
  WorkspaceOrOwn own(workspace);
  if (has_query) relevance.query = read_query(*options.text, document, own.get());
  std::vector<double> points(document.n_rows(), 1);
  if (options.relevance) {
    points = points_of_caller(document, *options.relevance);
  } else if (has_query) {
    points = points_of_query(document, relevance.query, own.get());
    if (!document.has_scores()) weigh_by_source(document, relevance.query, own.get(), &points);
  }
  if (document.has_scores()) weigh_by_scores(document, &points);
  relevance.rows = over_largest(std::move(points), in_reach);
  for (const double row : relevance.rows) relevance.factors.push_back(row * row);
  return relevance;
}

}  // namespace tersely
