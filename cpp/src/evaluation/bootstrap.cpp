#include <algorithm>
#include <cmath>
#include <utility>

#include "support/split_mix64.h"
#include "tersely/evaluate.h"

namespace tersely {
namespace {

/// The mean of each column over the given number of rows; `next()` returns the number of a row.
template <class Next>
std::vector<double> mean_of_rows(std::span<const double> table, std::size_t n_columns, std::size_t n_rows,
                                 const Next& next) {
  std::vector<double> sums(n_columns);
  for (std::size_t i = 0; i < n_rows; ++i) {
    const std::span<const double> row = table.subspan(next(i) * n_columns, n_columns);
    for (std::size_t column = 0; column < n_columns; ++column) sums[column] += row[column];
  }
  for (double& sum : sums) sum /= static_cast<double>(n_rows);
  return sums;
}

/// The smallest p value of a two-sided sign test.
double least_p_value(std::size_t n_rows) {
  return std::ldexp(1.0, 1 - static_cast<int>(std::min<std::size_t>(n_rows, 1000)));
}

/// `resampled`: the means of the resamples.
Difference make_difference(double mean, std::vector<double> resampled, std::size_t n_rows) {
  std::sort(resampled.begin(), resampled.end());
  const std::size_t n = resampled.size();
  const std::size_t n_beyond = n / 40;  // 2.5 % on each side
  const auto at_most_0 = std::upper_bound(resampled.begin(), resampled.end(), 0.0) - resampled.begin();
  const auto at_least_0 = resampled.end() - std::lower_bound(resampled.begin(), resampled.end(), 0.0);
  const auto n_against = static_cast<double>(std::min(at_most_0, at_least_0));
  const double p_value = std::max(least_p_value(n_rows), 2 * (n_against + 1) / (static_cast<double>(n) + 1));
  return {mean, resampled[n_beyond], resampled[n - 1 - n_beyond], std::min(1.0, p_value)};
}

}  // namespace

std::vector<Difference> bootstrap(std::span<const double> differences, std::size_t n_columns, std::size_t n_resamples,
                                  std::uint64_t seed, const Cancel& cancel) {
  const std::size_t n_rows = n_columns == 0 ? 0 : differences.size() / n_columns;
  if (n_rows == 0 || n_resamples == 0) return std::vector<Difference>(n_columns);
  SplitMix64 random(seed);
  WorkMeter meter(cancel);
  std::vector<std::vector<double>> resampled(n_columns);  // by column
  for (std::size_t i = 0; i < n_resamples; ++i) {
    const std::vector<double> means =
        mean_of_rows(differences, n_columns, n_rows, [&](std::size_t /*i*/) { return random() % n_rows; });
    for (std::size_t column = 0; column < n_columns; ++column) resampled[column].push_back(means[column]);
    meter.add(n_rows * (n_columns + 4));
  }
  const std::vector<double> means = mean_of_rows(differences, n_columns, n_rows, [](std::size_t i) { return i; });
  std::vector<Difference> result;
  for (std::size_t column = 0; column < n_columns; ++column) {
    result.push_back(make_difference(means[column], std::move(resampled[column]), n_rows));
  }
  return result;
}

}  // namespace tersely
