#include "tersely/ranker.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "logarithm.h"
#include "pagerank.h"
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

/// The links of a symmetric graph, row by row.
struct Links {
  std::vector<std::size_t> offsets{0};
  std::vector<std::uint32_t> neighbours;
  std::vector<double> weights;
};

Eigen::VectorXd rank_by_links(const Links& links, double damping, const Cancel& cancel) {
  const auto n = static_cast<Eigen::Index>(links.offsets.size() - 1);
  const auto product = [&](const Eigen::VectorXd& v) {
    Eigen::VectorXd sums(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      double sum = 0;
      for (std::size_t k = links.offsets[static_cast<std::size_t>(i)];
           k < links.offsets[static_cast<std::size_t>(i) + 1]; ++k) {
        sum += links.weights[k] * v[links.neighbours[k]];
      }
      sums[i] = sum;
    }
    return sums;
  };
  return pagerank(product(Eigen::VectorXd::Ones(n)), product, damping, cancel);
}

/// For each row the products with all other rows that share a column, by an inverted index; `link(i, j, product)` gives
/// the weight of the link, 0 for none.
template <class Link>
Links link_rows(const SparseMatrix& matrix, const Link& link, const Cancel& cancel) {
  const Eigen::SparseMatrix<double, Eigen::ColMajor, std::int32_t> by_column = matrix;
  std::vector<double> products(static_cast<std::size_t>(matrix.rows()));
  std::vector<std::uint32_t> touched;
  Links links;
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    cancel.check_at(static_cast<std::uint64_t>(i));
    touched.clear();
    for (SparseMatrix::InnerIterator term(matrix, i); term; ++term) {
      for (decltype(by_column)::InnerIterator row(by_column, term.col()); row; ++row) {
        const auto j = static_cast<std::uint32_t>(row.row());
        const double product = term.value() * row.value();
        if (j == i || product == 0) continue;
        if (products[j] == 0) touched.push_back(j);
        products[j] += product;
      }
    }
    std::sort(touched.begin(), touched.end());
    for (const std::uint32_t j : touched) {
      const double weight = link(static_cast<std::uint32_t>(i), j, products[j]);
      products[j] = 0;
      if (!(weight > 0)) continue;
      links.neighbours.push_back(j);
      links.weights.push_back(weight);
    }
    links.offsets.push_back(links.neighbours.size());
  }
  return links;
}

void check_limit(const Document& document, const RankingOptions& options) {
  if (document.n_rows() <= options.max_sentences) return;
  throw LimitExceeded(
      "method=\"" + options.method +
      "\" compares all pairs of sentences and takes at most max_sentences=" + std::to_string(options.max_sentences) +
      ", the text has " + std::to_string(document.n_rows()) + "; method=\"cover\" has no such limit");
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
  check_limit(document, options);
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
  return rank_by_links(link_rows(occurs, overlap, cancel), options.damping, cancel);
}

Eigen::VectorXd rank_lexrank(const Document& document, const RankingOptions& options, const Cancel& cancel) {
  const SparseMatrix rows = lexrank_rows(document);
  if (!options.threshold) return rank_by_cosine(rows, options.damping, cancel);
  check_limit(document, options);
  const auto above = [&](std::uint32_t, std::uint32_t, double cosine) {
    return cosine > *options.threshold ? 1.0 : 0.0;
  };
  return rank_by_links(link_rows(rows, above, cancel), options.damping, cancel);
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
