#include "methods/vectors.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <variant>

#include "tersely/error.h"

namespace tersely {
namespace {

constexpr double most = 1e150;    // squares of larger numbers are infinite
constexpr double least = 1e-150;  // squares of smaller ones are 0

void check_shape(const AnalysedText& document, const DenseRows& vectors) {
  if (vectors.n_rows == document.n_rows() && vectors.n_columns > 0) return;
  throw InvalidOption("vectors", "a matrix of shape " + show(vectors),
                      "one vector of at least one number for each of the " + std::to_string(document.n_rows()) +
                          " candidates of the document, in order");
}

[[noreturn]] void refuse(const DenseRows& vectors, std::ptrdiff_t offset, double number, const char* allowed) {
  const std::size_t row = static_cast<std::size_t>(offset) / vectors.n_columns;
  throw InvalidOption("vectors",
                      "a matrix of shape " + show(vectors) + " with " + show(number) + " in row " + std::to_string(row),
                      allowed);
}

void check_numbers(const DenseRows& vectors) {
  const auto check = [&](const auto* values) {
    const auto* const end = values + vectors.n_rows * vectors.n_columns;
    for (const auto* row = values; row != end; row += vectors.n_columns) {
      double largest = 0;
      for (const auto* number = row; number != row + vectors.n_columns; ++number) {
        const double size = std::abs(static_cast<double>(*number));
        if (!(size <= most))
          refuse(vectors, row - values, static_cast<double>(*number), "finite numbers of at most 1e150 in size");
        largest = std::max(largest, size);
      }
      if (largest > 0 && largest < least)
        refuse(vectors, row - values, largest, "rows of zeros, or with a number of at least 1e-150 in size");
    }
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
