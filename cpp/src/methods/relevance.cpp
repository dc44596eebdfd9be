#include "methods/relevance.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

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

void add_words(const AnalysedText& document, const Query& query, std::vector<double>* points) {
  const std::uint32_t n = document.n_rows();
  double mean = 0;
  for (std::uint32_t row = 0; row < n; ++row) mean += document.words_in_row(row);
  mean /= n;
  const SparseMatrix& rows_of_terms = document.rows_of_terms();
  for (const std::uint32_t term : query.terms) {
    const double weight =
        idf(n, static_cast<std::size_t>(rows_of_terms.outerIndexPtr()[term + 1] - rows_of_terms.outerIndexPtr()[term]));
    for (SparseMatrix::InnerIterator it(rows_of_terms, term); it; ++it) {
      const auto row = static_cast<std::uint32_t>(it.col());
      const double length = 1 - length_share + length_share * document.words_in_row(row) / mean;
      (*points)[row] += weight * (saturation + 1) * it.value() / (it.value() + saturation * length);
    }
  }
}

void add_speakers(const AnalysedText& document, const Query& query, Workspace* workspace, std::vector<double>* points) {
  if (!document.turns().prevail) return;
  const Speakers& speakers = document.speakers(workspace);
  for (const std::string& key : query.keys) {
    const std::span<const std::uint32_t> rows = speakers.rows(key);
    const double weight = rows.empty() ? 0 : idf(document.n_rows(), rows.size());
    for (const std::uint32_t row : rows) (*points)[row] += weight;
  }
}

/// A sentence beside one that answers often belongs to the answer.
std::vector<double> add_neighbours(const std::vector<double>& points) {
  std::vector<double> sums = points;
  double share = neighbour_share;
  for (std::size_t distance = 1; distance <= reach; ++distance) {
    for (std::size_t row = 0; row < sums.size(); ++row) {
      const double before = row >= distance ? points[row - distance] : 0;
      const double after = row + distance < sums.size() ? points[row + distance] : 0;
      sums[row] += share * (before + after);
    }
    share *= fading;
  }
  return sums;
}

std::vector<double> points_of_query(const AnalysedText& document, const Query& query, Workspace* workspace) {
  std::vector<double> points(document.n_rows());
  add_words(document, query, &points);
  add_speakers(document, query, workspace, &points);
  return add_neighbours(points);
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
  relevance.asked = has_query || options.relevance;
  if (!relevance.asked) return relevance;
  WorkspaceOrOwn own(workspace);
  if (has_query) relevance.query = read_query(*options.text, document, own.get());
  relevance.rows = over_largest(options.relevance ? points_of_caller(document, *options.relevance)
                                                  : points_of_query(document, relevance.query, own.get()),
                                in_reach);
  return relevance;
}

}  // namespace tersely
