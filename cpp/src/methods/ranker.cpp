#include "tersely/ranker.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "linear/logarithm.h"
#include "linear/pagerank.h"
#include "tersely/error.h"

namespace tersely {
namespace {

constexpr double score_steps = 1e9;

Eigen::VectorXd multiply_transposed(const SparseMatrix& matrix, const Eigen::VectorXd& rows) {
  Eigen::VectorXd columns = Eigen::VectorXd::Zero(matrix.cols());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) columns[it.col()] += it.value() * rows[row];
  }
  return columns;
}

Eigen::VectorXd multiply(const SparseMatrix& matrix, const Eigen::VectorXd& columns) {
  Eigen::VectorXd rows(matrix.rows());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    double sum = 0;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) sum += it.value() * columns[it.col()];
    rows[row] = sum;
  }
  return rows;
}

/// Has the row a term of positive weight in common with another? Decided on integers: the difference of two nearly
/// equal sums would not be exactly 0.
std::vector<bool> find_linked(const SparseMatrix& matrix) {
  const std::vector<std::uint32_t> df = document_frequency(matrix);
  std::vector<bool> linked(static_cast<std::size_t>(matrix.rows()));
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) {
      if (it.value() > 0 && df[static_cast<std::size_t>(it.col())] > 1) linked[static_cast<std::size_t>(row)] = true;
    }
  }
  return linked;
}

/// PageRank on the cosines of unit rows, as X(X'v) - diag(X X')v: no n x n matrix.
Eigen::VectorXd rank_by_cosine(const SparseMatrix& unit_rows, double damping, const Cancel& cancel) {
  const std::vector<bool> linked = find_linked(unit_rows);
  std::vector<double> own = row_lengths(unit_rows);
  for (double& length : own) length *= length;
  const auto without_loops = [&](const Eigen::VectorXd& v) {
    Eigen::VectorXd product = multiply(unit_rows, multiply_transposed(unit_rows, v));
    for (Eigen::Index i = 0; i < v.size(); ++i) {
      const auto row = static_cast<std::size_t>(i);
      product[i] = linked[row] ? std::max(0.0, product[i] - own[row] * v[i]) : 0;
    }
    return product;
  };
  const Eigen::VectorXd degree = without_loops(Eigen::VectorXd::Ones(unit_rows.rows()));
  return pagerank(degree, without_loops, damping, cancel);
}

/// The links of one row with the rows after it. Both vectors are exactly as large as they must be.
struct LinksOfRow {
  std::vector<std::uint32_t> neighbours;  // ascending
  std::vector<double> weights;
};
using Links = std::vector<LinksOfRow>;

/// The weights are the same in both directions, so each is kept once: a row adds to the sums of those after it what
/// they would have added first themselves.
Eigen::VectorXd rank_by_links(const Links& links, double damping, const Cancel& cancel) {
  const auto n = static_cast<Eigen::Index>(links.size());
  const auto product = [&](const Eigen::VectorXd& v) {
    Eigen::VectorXd sums = Eigen::VectorXd::Zero(n);
    WorkMeter meter(cancel);
    for (Eigen::Index i = 0; i < n; ++i) {
      const LinksOfRow& row = links[static_cast<std::size_t>(i)];
      meter.add(row.neighbours.size());
      double sum = sums[i];
      for (std::size_t k = 0; k < row.neighbours.size(); ++k) {
        const std::uint32_t j = row.neighbours[k];
        sum += row.weights[k] * v[j];
        sums[j] += row.weights[k] * v[i];
      }
      sums[i] = sum;
    }
    return sums;
  };
  return pagerank(product(Eigen::VectorXd::Ones(n)), product, damping, cancel);
}

/// The products of each row with those after it that share a column, by an inverted index.
class LaterProducts {
 public:
  explicit LaterProducts(const SparseMatrix& matrix)
      : matrix_(matrix),
        by_column_(matrix),
        next_(by_column_.outerIndexPtr(), by_column_.outerIndexPtr() + by_column_.cols()),
        products_(static_cast<std::size_t>(matrix.rows())) {}

  /// `row`: one more than that of the call before, from 0. Products of 0 are left out.
  void find(Eigen::Index row) {
    touched_.clear();
    for (SparseMatrix::InnerIterator term(matrix_, row); term; ++term) {
      const std::int32_t end = by_column_.outerIndexPtr()[term.col() + 1];
      for (std::int32_t k = ++next_[static_cast<std::size_t>(term.col())]; k < end; ++k) {
        const auto j = static_cast<std::uint32_t>(by_column_.innerIndexPtr()[k]);
        const double product = term.value() * by_column_.valuePtr()[k];
        if (product == 0) continue;
        if (products_[j] == 0) touched_.push_back(j);
        products_[j] += product;
      }
    }
    std::sort(touched_.begin(), touched_.end());
  }

  std::span<const std::uint32_t> rows() const { return touched_; }
  double take(std::uint32_t row) { return std::exchange(products_[row], 0); }

 private:
  const SparseMatrix& matrix_;
  const Eigen::SparseMatrix<double, Eigen::ColMajor, std::int32_t> by_column_;
  std::vector<std::int32_t> next_;  // in each column the first entry that no row has passed
  std::vector<double> products_;
  std::vector<std::uint32_t> touched_;
};

std::string without_limit(const RankingOptions& options) {
  return options.method == "lexrank" ? "threshold=None and method=\"cover\" have no such limit"
                                     : "method=\"textrank\" and method=\"cover\" have no such limit";
}

void check_sentences(const Document& document, const RankingOptions& options) {
  if (document.n_rows() <= options.max_sentences) return;
  throw LimitExceeded(
      "method=\"" + options.method +
      "\" compares all pairs of sentences and takes at most max_sentences=" + std::to_string(options.max_sentences) +
      ", the text has " + std::to_string(document.n_rows()) + "; " + without_limit(options));
}

void check_links(std::size_t n, const RankingOptions& options) {
  if (n <= options.max_links) return;
  throw LimitExceeded("method=\"" + options.method +
                      "\" links pairs of similar sentences, and the text has more than " +
                      std::to_string(options.max_links) + " of them; " + without_limit(options));
}

/// `link(i, j, product)`, which is `link(j, i, product)`, gives the weight of a link; 0 for none.
template <class Link>
Links link_rows(const SparseMatrix& matrix, const Link& link, const RankingOptions& options, const Cancel& cancel) {
  LaterProducts products(matrix);
  Links links(static_cast<std::size_t>(matrix.rows()));
  LinksOfRow found;
  std::size_t n_links = 0;
  WorkMeter meter(cancel);
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    products.find(i);
    meter.add(products.rows().size());
    for (const std::uint32_t j : products.rows()) {
      const double weight = link(static_cast<std::uint32_t>(i), j, products.take(j));
      if (!(weight > 0)) continue;
      found.neighbours.push_back(j);
      found.weights.push_back(weight);
    }
    check_links(n_links += found.neighbours.size(), options);
    links[static_cast<std::size_t>(i)] = found;  // copies have no spare room
    found.neighbours.clear();
    found.weights.clear();
  }
  return links;
}

/// Rows of length 1 of tf * ln(n / df), the weights of the idf-modified cosine.
SparseMatrix lexrank_rows(const Document& document) {
  SparseMatrix matrix = count_terms(document.term_index());
  const std::vector<std::uint32_t> df = document_frequency(matrix);
  const double n = document.n_rows();
  for (Eigen::Index k = 0; k < matrix.nonZeros(); ++k) {
    matrix.valuePtr()[k] *= ln(n / df[static_cast<std::size_t>(matrix.innerIndexPtr()[k])]);
  }
  return normalize_rows(std::move(matrix));
}

/// Steele, Lea & Flood 2014.
class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

  std::uint64_t operator()() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t state_;
};

}  // namespace

Eigen::VectorXd rank_textrank(const Document& document, const RankingOptions& options, const Cancel& cancel) {
  return rank_by_cosine(normalize_rows(document.tfidf()), options.damping, cancel);
}

Eigen::VectorXd rank_textrank_overlap(const Document& document, const RankingOptions& options, const Cancel& cancel) {
  check_sentences(document, options);
  SparseMatrix occurs = count_terms(document.term_index());
  for (Eigen::Index k = 0; k < occurs.nonZeros(); ++k) occurs.valuePtr()[k] = 1;
  std::vector<double> log_length(document.n_rows());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    const auto counts = document.term_index().counts(row);
    const auto length = std::accumulate(counts.begin(), counts.end(), 0.0);
    log_length[row] = length > 0 ? ln(length) : 0;
  }
  const auto overlap = [&](std::uint32_t i, std::uint32_t j, double common) {
    const double denominator = log_length[i] + log_length[j];
    return denominator > 0 ? common / denominator : 0;
  };
  return rank_by_links(link_rows(occurs, overlap, options, cancel), options.damping, cancel);
}

Eigen::VectorXd rank_lexrank(const Document& document, const RankingOptions& options, const Cancel& cancel) {
  const SparseMatrix rows = lexrank_rows(document);
  if (!options.threshold) return rank_by_cosine(rows, options.damping, cancel);
  check_sentences(document, options);
  const auto above = [&](std::uint32_t, std::uint32_t, double cosine) {
    return cosine > *options.threshold ? 1.0 : 0.0;
  };
  return rank_by_links(link_rows(rows, above, options, cancel), options.damping, cancel);
}

Eigen::VectorXd rank_centroid(const Document& document, const RankingOptions&, const Cancel&) {
  const SparseMatrix rows = normalize_rows(document.tfidf());
  const Eigen::VectorXd centroid = multiply_transposed(rows, Eigen::VectorXd::Ones(rows.rows()));
  return multiply(rows, centroid);
}

Eigen::VectorXd rank_lead(const Document& document, const RankingOptions&, const Cancel&) {
  const std::uint32_t n = document.n_rows();
  Eigen::VectorXd scores(n);
  for (std::uint32_t i = 0; i < n; ++i) scores[i] = static_cast<double>(n - i) / n;
  return scores;
}

Eigen::VectorXd rank_random(const Document& document, const RankingOptions& options, const Cancel&) {
  Eigen::VectorXd scores = rank_lead(document, options, Cancel());
  SplitMix64 random(options.seed);
  for (auto i = static_cast<std::uint64_t>(scores.size()); i > 1; --i) {
    std::swap(scores[static_cast<Eigen::Index>(i - 1)], scores[static_cast<Eigen::Index>(random() % i)]);
  }
  return scores;
}

std::vector<double> scale_scores(const Eigen::VectorXd& scores) {
  double most = 0;
  for (Eigen::Index i = 0; i < scores.size(); ++i) most = std::max(most, scores[i]);
  std::vector<double> scaled(static_cast<std::size_t>(scores.size()));
  for (Eigen::Index i = 0; i < scores.size(); ++i) {
    scaled[static_cast<std::size_t>(i)] = most > 0 ? std::round(scores[i] / most * score_steps) / score_steps : 0;
  }
  return scaled;
}

}  // namespace tersely
