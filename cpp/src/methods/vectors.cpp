#include "methods/vectors.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <variant>

#include "tersely/error.h"

namespace tersely {
namespace {

constexpr double most = 1e150;  // squares of larger numbers are infinite

void check_shape(const AnalysedText& document, const DenseRows& vectors) {
  if (vectors.n_rows == document.n_rows() && vectors.n_columns > 0) return;
  throw InvalidOption("vectors", "a matrix of shape " + show(vectors),
                      "one vector of at least one number for each of the " + std::to_string(document.n_rows()) +
                          " candidates of the document, in order");
}

void check_numbers(const DenseRows& vectors) {
  const auto check = [&](const auto* values) {
    const auto* const end = values + vectors.n_rows * vectors.n_columns;
    const auto* const wrong =
        std::find_if(values, end, [](const auto value) { return !(std::abs(static_cast<double>(value)) <= most); });
    if (wrong == end) return;
    const auto row = static_cast<std::size_t>(wrong - values) / vectors.n_columns;
    throw InvalidOption("vectors",
                        "a matrix of shape " + show(vectors) + " with " + show(static_cast<double>(*wrong)) +
                            " in row " + std::to_string(row),
                        "finite numbers of at most 1e150 in size");
  };
  std::visit(check, vectors.values);
}

}  // namespace

std::optional<VectorRows> read_vectors(const AnalysedText& document, const std::optional<DenseRows>& vectors) {
  if (!vectors) return std::nullopt;
  check_shape(document, *vectors);
  check_numbers(*vectors);
  return VectorRows(*vectors, Eigen::VectorXd::Ones(static_cast<Eigen::Index>(vectors->n_rows)));
}

std::vector<double> votes_by(const DenseRows& vectors, const AnalysedText& document, const Cancel& cancel) {
  return backward_votes(VectorRows(vectors, row_norms(document.tfidf())), document.rows_of_sources(), cancel);
}

}  // namespace tersely
