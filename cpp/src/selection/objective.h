/// The function that a selection maximises, one pick at a time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "tersely/summary.h"

namespace tersely {

/// The gain of a row, given the rows picked so far. Not thread-safe: gains may be cached.
class Objective {
 public:
  virtual ~Objective() = default;
  /// A copy with the same picks. It borrows the same data.
  virtual std::unique_ptr<Objective> clone() const = 0;
  /// Before any pick: a copy with another divisor, which may cover more within a budget of length. Null if that
  /// cannot be, or if the method has no such divisor.
  virtual std::unique_ptr<Objective> with(Divisor) const { return nullptr; }

  virtual double gain(std::uint32_t row) = 0;
  virtual void pick(std::uint32_t row) = 0;
  /// The number by which the gain was divided.
  virtual double divisor(std::uint32_t) const { return 1; }
  /// The number by which the gain was multiplied.
  virtual double factor(std::uint32_t) const { return 1; }
  /// The row whose gain a pick of this row may raise.
  virtual std::optional<std::uint32_t> raised_by(std::uint32_t) const { return std::nullopt; }
  /// The rows to pick before this one, in this order, unless one of them may not be picked or they do not all fit.
  virtual std::vector<std::uint32_t> needed_by(std::uint32_t) const { return {}; }
  /// Can a pick change the gain of another row?
  virtual bool heeds_picks() const = 0;

  /// One score per row, in [0, 1]: its gain divided by the largest. Call it before any pick.
  virtual std::vector<double> scores(std::uint32_t n) {
    std::vector<double> scores(n);
    for (std::uint32_t row = 0; row < n; ++row) scores[row] = gain(row);
    const double largest = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
    for (double& score : scores) score = largest > 0 ? score / largest : 0;
    return scores;
  }
};

}  // namespace tersely
