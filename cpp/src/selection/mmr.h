/// Turns scores into gains.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "selection/objective.h"

namespace tersely {

/// The cosine of two rows.
using Cosine = std::function<double(std::uint32_t, std::uint32_t)>;

/// Maximal marginal relevance (Carbonell & Goldstein 1998): (1 - r) * score - r * the largest cosine with a picked row.
/// A negative cosine counts as 0; the gain may be negative. With r = 0 it is the score. A gain costs a cosine for each
/// row picked since the previous call.
class RelevanceObjective final : public Objective {
 public:
  /// `raw`: >= 0, one per row, higher is better. Scores are raw values divided by their maximum (0 if that is 0),
  /// rounded to 1e-9, so that the last bits of an iteration do not affect the result. `cosine`: used only if r > 0.
  RelevanceObjective(const Eigen::VectorXd& raw, double redundancy, Cosine cosine);

  std::unique_ptr<Objective> clone() const override { return std::make_unique<RelevanceObjective>(*this); }
  double gain(std::uint32_t row) override;
  void pick(std::uint32_t row) override { picked_.push_back(row); }
  bool heeds_picks() const override { return redundancy_ > 0; }
  std::vector<double> scores(std::uint32_t) override { return scores_; }

 private:
  std::vector<double> scores_;
  double redundancy_;
  Cosine cosine_;
  std::vector<std::uint32_t> picked_;  // rows
  std::vector<std::size_t> compared_;  // per row: the number of picked rows it was compared with
  std::vector<double> closest_;        // per row: the largest cosine so far
};

}  // namespace tersely
