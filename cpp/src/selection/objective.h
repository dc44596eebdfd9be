/// What a choice maximises, one pick at a time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace tersely {

/// What a row is worth, given the rows picked so far. Not for several threads at once: gains may be kept.
class Objective {
 public:
  virtual ~Objective() = default;
  /// One of its own, with the same picks. It borrows what this one borrows.
  virtual std::unique_ptr<Objective> clone() const = 0;

  virtual double gain(std::uint32_t row) = 0;
  virtual void pick(std::uint32_t row) = 0;
  /// What the gain was divided by.
  virtual double divisor(std::uint32_t) const { return 1; }
  /// What it was multiplied by.
  virtual double factor(std::uint32_t) const { return 1; }
  /// Can a pick change the gain of another row?
  virtual bool heeds_picks() const = 0;

  /// One for each of the n rows, in [0, 1]: its gain over the largest. Asked for before any pick.
  virtual std::vector<double> scores(std::uint32_t n) {
    std::vector<double> scores(n);
    for (std::uint32_t row = 0; row < n; ++row) scores[row] = gain(row);
    const double largest = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
    for (double& score : scores) score = largest > 0 ? score / largest : 0;
    return scores;
  }
};

}  // namespace tersely
