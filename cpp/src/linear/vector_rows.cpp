#include "linear/vector_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace tersely {
namespace {

/// out[j] = the product of `row` with row j of `others`. Sums in ascending order wait for each addition, so several are
/// computed side by side.
template <class Number>
void multiply_each(const Number* row, const Number* others, std::size_t n_columns, std::span<double> out) {
  constexpr std::size_t width = 8;
  std::size_t j = 0;
  for (; j + width <= out.size(); j += width) {
    std::array<double, width> sums{};
    const Number* const block = others + j * n_columns;
    for (std::size_t k = 0; k < n_columns; ++k) {
      const auto value = static_cast<double>(row[k]);
      for (std::size_t i = 0; i < width; ++i) sums[i] += value * static_cast<double>(block[i * n_columns + k]);
    }
    std::copy(sums.begin(), sums.end(), out.begin() + static_cast<std::ptrdiff_t>(j));
  }
  for (; j < out.size(); ++j) {
    out[j] = 0;
    for (std::size_t k = 0; k < n_columns; ++k) {
      out[j] += static_cast<double>(row[k]) * static_cast<double>(others[j * n_columns + k]);
    }
  }
}

}  // namespace

VectorRows::VectorRows(const DenseRows& matrix, const Eigen::VectorXd& lengths)
    : matrix_(matrix), factors_(Eigen::VectorXd::Ones(lengths.size())) {
  const Eigen::VectorXd squares = squared_norms(*this);
  for (Eigen::Index row = 0; row < rows(); ++row) {
    factors_[row] = squares[row] > 0 ? lengths[row] / std::sqrt(squares[row]) : 0;
  }
}

void VectorRows::multiply_rows(Eigen::Index row, Eigen::Index first, std::span<double> out) const {
  std::visit(
      [&](const auto* values) {
        multiply_each(values + row * cols(), values + first * cols(), matrix_.n_columns, out);
      },
      matrix_.values);
  for (std::size_t j = 0; j < out.size(); ++j) out[j] *= factors_[row] * factors_[first + static_cast<Eigen::Index>(j)];
}

}  // namespace tersely
