#include "methods/similarity_graph.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "linear/pagerank.h"
#include "tersely/error.h"

namespace tersely {
namespace {

using Product = std::function<Eigen::VectorXd(const Eigen::VectorXd&)>;

/// PageRank with uniform teleport.
Eigen::VectorXd pagerank_of(Eigen::Index n, const Product& product, const Problem& problem) {
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(n);
  return pagerank(product(ones), product, problem.options.graph.damping, ones, problem.cancel);
}

/// Does the row share a column of positive weight with another row? Computed on integers, because the difference of two
/// nearly equal sums would not be exactly 0.
std::vector<bool> find_linked(const SparseMatrix& matrix, const DocumentFrequencies& frequencies) {
  std::vector<bool> linked(static_cast<std::size_t>(matrix.rows()));
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) {
      const bool is_shared = frequencies.of_term[static_cast<std::size_t>(it.col())] > 1;
      if (it.value() > 0 && is_shared) linked[static_cast<std::size_t>(row)] = true;
    }
  }
  return linked;
}

/// Computes the products of each row with the later rows that share a column, by an inverted index.
class LaterProducts {
 public:
  explicit LaterProducts(const SparseMatrix& matrix)
      : matrix_(matrix),
        by_column_(matrix),
        next_(by_column_.outerIndexPtr(), by_column_.outerIndexPtr() + by_column_.cols()),
        products_(static_cast<std::size_t>(matrix.rows())) {}

  /// `row`: 0 in the first call, then one more in each. Products of 0 are left out.
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

  /// An upper bound on the number of pairs: rows that share several columns are counted once for each.
  std::uint64_t max_pairs() const {
    std::uint64_t pairs = 0;
    for (Eigen::Index column = 0; column < by_column_.cols(); ++column) {
      const auto n = static_cast<std::uint64_t>(by_column_.col(column).nonZeros());
      pairs += n * (n - 1) / 2;
    }
    return pairs;
  }

  std::span<const std::uint32_t> rows() const { return touched_; }
  double take(std::uint32_t row) { return std::exchange(products_[row], 0); }

 private:
  const SparseMatrix& matrix_;
  const Eigen::SparseMatrix<double, Eigen::ColMajor, std::int32_t> by_column_;
  std::vector<std::int32_t> next_;  // for each column: the first entry not yet passed
  std::vector<double> products_;
  std::vector<std::uint32_t> touched_;
};

void check_sentences(const Problem& problem, std::string_view way_out) {
  const std::uint64_t limit = problem.options.graph.max_sentences;
  if (problem.document.n_rows() <= limit) return;
  throw LimitExceeded("method=\"" + std::string(problem.method.info.name) +
                      "\" compares all pairs of sentences and takes at most max_sentences=" + std::to_string(limit) +
                      ", the text has " + std::to_string(problem.document.n_rows()) + "; " + std::string(way_out));
}

void check_links(Eigen::Index n, const Problem& problem, std::string_view way_out) {
  const std::uint64_t limit = problem.options.graph.max_links;
  if (static_cast<std::uint64_t>(n) <= limit) return;
  throw LimitExceeded("method=\"" + std::string(problem.method.info.name) +
                      "\" links pairs of similar sentences, and the text has more than " + std::to_string(limit) +
                      " of them; " + std::string(way_out));
}

/// An upper bound on the number of links, so that the matrix never grows. Unused memory is never touched.
Eigen::Index max_links(const LaterProducts& products, const Problem& problem) {
  const std::uint64_t n = problem.document.n_rows();
  const std::uint64_t pairs = n * (n - 1) / 2;
  return static_cast<Eigen::Index>(std::min({products.max_pairs(), pairs, problem.options.graph.max_links + n}));
}

/// The links of each row with the rows after it.
SparseMatrix link_rows(const SparseMatrix& matrix, const Link& link, const Problem& problem, std::string_view way_out) {
  LaterProducts products(matrix);
  SparseMatrix links(matrix.rows(), matrix.rows());
  links.reserve(max_links(products, problem));
  WorkMeter meter(problem.cancel);
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    products.find(i);
    meter.add(products.rows().size());
    links.startVec(i);
    for (const std::uint32_t j : products.rows()) {
      const double weight = link(static_cast<std::uint32_t>(i), j, products.take(j));
      if (weight > 0) links.insertBack(i, j) = weight;
    }
    check_links(links.nonZeros(), problem, way_out);
  }
  links.finalize();
  return links;
}

}  // namespace

Eigen::VectorXd rank_by_cosines(const SparseMatrix& unit_rows, const DocumentFrequencies& frequencies,
                                const Problem& problem) {
  const std::vector<bool> linked = find_linked(unit_rows, frequencies);
  const Eigen::VectorXd diagonal = row_norms(unit_rows).cwiseAbs2();
  const auto product = [&](const Eigen::VectorXd& v) {
    Eigen::VectorXd sums = multiply(unit_rows, unit_rows.transpose() * v) - diagonal.cwiseProduct(v);
    for (Eigen::Index i = 0; i < sums.size(); ++i) {
      sums[i] = linked[static_cast<std::size_t>(i)] ? std::max(0.0, sums[i]) : 0;
    }
    return sums;
  };
  return pagerank_of(unit_rows.rows(), product, problem);
}

Eigen::VectorXd rank_by_links(const SparseMatrix& matrix, const Link& link, const Problem& problem,
                              std::string_view way_out) {
  check_sentences(problem, way_out);
  const SparseMatrix links = link_rows(matrix, link, problem, way_out);
  return pagerank_of(links.rows(), [&](const Eigen::VectorXd& v) { return multiply_symmetric(links, v); }, problem);
}

}  // namespace tersely
