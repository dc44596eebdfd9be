#include "methods/similarity_graph.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "linear/pagerank.h"
#include "tersely/error.h"

namespace tersely {
namespace {

constexpr double least_cosine = 1e-12;  // smaller ones are rounding errors

using Product = std::function<Eigen::VectorXd(const Eigen::VectorXd&)>;

/// PageRank with uniform teleport.
Eigen::VectorXd pagerank_of(Eigen::Index n, const Product& product, const Problem& problem) {
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(n);
  return pagerank(product(ones), product, problem.options.graph.damping, ones, problem.cancel);
}

/// Does the row share a column with another row, where both are positive? Computed without products, because the
/// difference of two nearly equal sums would not be exactly 0.
template <class Matrix>
std::vector<bool> find_linked(const Matrix& matrix) {
  std::vector<std::uint32_t> n_positive(static_cast<std::size_t>(matrix.cols()));
  const auto visit_positive = [&](Eigen::Index row, const auto& visit) {
    visit_row(matrix, row, [&](Eigen::Index column, double value) {
      if (value > 0) visit(n_positive[static_cast<std::size_t>(column)]);
    });
  };
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) visit_positive(row, [](std::uint32_t& n) { ++n; });
  std::vector<bool> linked(static_cast<std::size_t>(matrix.rows()));
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    visit_positive(row, [&](std::uint32_t n) {
      if (n > 1) linked[static_cast<std::size_t>(row)] = true;
    });
  }
  return linked;
}

/// The products of each row with the later rows.
template <class Matrix>
class LaterProducts;

/// With those that share a column, by an inverted index.
template <>
class LaterProducts<SparseMatrix> {
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

/// With all later rows.
template <>
class LaterProducts<VectorRows> {
 public:
  explicit LaterProducts(const VectorRows& matrix)
      : matrix_(matrix), n_(static_cast<std::size_t>(matrix.rows())), products_(n_), rows_(n_) {
    std::iota(rows_.begin(), rows_.end(), 0u);
  }

  void find(Eigen::Index row) {
    first_ = static_cast<std::size_t>(row) + 1;
    matrix_.multiply_rows(row, row + 1, std::span(products_).subspan(first_));
  }

  std::uint64_t max_pairs() const { return std::uint64_t{n_} * (n_ - 1) / 2; }
  std::span<const std::uint32_t> rows() const { return std::span(rows_).subspan(first_); }
  double take(std::uint32_t row) const { return products_[row]; }

 private:
  const VectorRows& matrix_;
  std::size_t n_;
  std::size_t first_ = 0;
  std::vector<double> products_;
  std::vector<std::uint32_t> rows_;
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
template <class Products>
Eigen::Index max_links(const Products& products, const Problem& problem) {
  const std::uint64_t n = problem.document.n_rows();
  const std::uint64_t pairs = n * (n - 1) / 2;
  return static_cast<Eigen::Index>(std::min({products.max_pairs(), pairs, problem.options.graph.max_links + n}));
}

/// The links of each row with the rows after it.
template <class Matrix>
SparseMatrix link_rows(const Matrix& matrix, const Link& link, const Problem& problem, std::string_view way_out) {
  check_sentences(problem, way_out);
  LaterProducts<Matrix> products(matrix);
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

template <class Matrix>
Eigen::VectorXd rank_by(const Matrix& matrix, const Link& link, const Problem& problem, std::string_view way_out) {
  const SparseMatrix links = link_rows(matrix, link, problem, way_out);
  return pagerank_of(links.rows(), [&](const Eigen::VectorXd& v) { return multiply_symmetric(links, v); }, problem);
}

/// `linked`: the rows with a positive cosine with another. `negative`: the sizes of the negative cosines.
template <class Matrix>
Eigen::VectorXd rank_matrix_free(const Matrix& unit_rows, const std::vector<bool>& linked, const SparseMatrix& negative,
                                 const Problem& problem) {
  const Eigen::VectorXd diagonal = squared_norms(unit_rows);
  const auto product = [&](const Eigen::VectorXd& v) {
    Eigen::VectorXd sums = multiply_gram(unit_rows, v) - diagonal.cwiseProduct(v);
    if (negative.nonZeros() > 0) sums += multiply_symmetric(negative, v);
    for (Eigen::Index i = 0; i < sums.size(); ++i) {
      sums[i] = linked[static_cast<std::size_t>(i)] ? std::max(0.0, sums[i]) : 0;
    }
    return sums;
  };
  return pagerank_of(unit_rows.rows(), product, problem);
}

bool has_negative(const VectorRows& matrix) {
  bool found = false;
  for (Eigen::Index row = 0; row < matrix.rows() && !found; ++row) {
    visit_row(matrix, row, [&](Eigen::Index, double value) { found |= value < 0; });
  }
  return found;
}

}  // namespace

Eigen::VectorXd rank_by_cosines(const SparseMatrix& unit_rows, const Problem& problem) {
  return rank_matrix_free(unit_rows, find_linked(unit_rows), SparseMatrix(), problem);
}

Eigen::VectorXd rank_by_cosines(const VectorRows& unit_rows, const Problem& problem) {
  if (!has_negative(unit_rows)) {
    return rank_matrix_free(unit_rows, find_linked(unit_rows), SparseMatrix(), problem);
  }
  std::vector<bool> linked(static_cast<std::size_t>(unit_rows.rows()));
  const auto size_if_negative = [&](std::uint32_t i, std::uint32_t j, double cosine) {
    if (cosine > least_cosine) linked[i] = linked[j] = true;
    return std::max(0.0, -cosine);
  };
  const SparseMatrix negative = link_rows(unit_rows, size_if_negative, problem,
                                          "vectors without negative numbers and method=\"cover\" have no such limit");
  return rank_matrix_free(unit_rows, linked, negative, problem);
}

Eigen::VectorXd rank_by_links(const SparseMatrix& matrix, const Link& link, const Problem& problem,
                              std::string_view way_out) {
  return rank_by(matrix, link, problem, way_out);
}

Eigen::VectorXd rank_by_links(const VectorRows& matrix, const Link& link, const Problem& problem,
                              std::string_view way_out) {
  return rank_by(matrix, link, problem, way_out);
}

}  // namespace tersely
