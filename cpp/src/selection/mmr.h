/// From scores to gains.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "linear/sparse.h"
#include "selection/objective.h"

namespace tersely {

/// Maximal marginal relevance (Carbonell & Goldstein 1998): (1 - r) * score - r * the largest cosine with a picked row;
/// with r = 0 the score. A gain costs O(nnz of the row) for each row picked since it was last asked for.
class RelevanceObjective final : public Objective {
 public:
  /// `raw`: >= 0, one per row, higher is better. Scores are raw over its maximum (0 where that is 0), rounded to 1e-9,
  /// so that the last bits of an iteration decide nothing. `tfidf`: read only where r > 0.
  RelevanceObjective(const Eigen::VectorXd& raw, double redundancy, const SparseMatrix& tfidf);

  std::unique_ptr<Objective> clone() const override { return std::make_unique<RelevanceObjective>(*this); }
  double gain(std::uint32_t row) override;
  void pick(std::uint32_t row) override { picked_.push_back(row); }
  bool heeds_picks() const override { return redundancy_ > 0; }
  std::vector<double> scores(std::uint32_t) override { return scores_; }

 private:
  std::vector<double> scores_;
  double redundancy_;
  SparseMatrix unit_rows_;             // empty where r = 0
  std::vector<std::uint32_t> picked_;  // rows
  std::vector<std::size_t> compared_;  // of each row: with how many of them
  std::vector<double> closest_;        // of each row: the largest cosine so far
};

}  // namespace tersely
