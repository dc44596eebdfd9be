#include "selection/mmr.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tersely {
namespace {

constexpr double score_steps = 1e9;

std::vector<double> scale(const Eigen::VectorXd& raw) {
  const double largest = raw.size() == 0 ? 0 : raw.maxCoeff();
  std::vector<double> scores;
  scores.reserve(static_cast<std::size_t>(raw.size()));
  for (const double score : raw) {
    scores.push_back(largest > 0 ? std::round(score / largest * score_steps) / score_steps : 0);
  }
  return scores;
}

}  // namespace

RelevanceObjective::RelevanceObjective(const Eigen::VectorXd& raw, double redundancy, Cosine cosine)
    : scores_(scale(raw)),
      redundancy_(redundancy),
      cosine_(std::move(cosine)),
      compared_(scores_.size(), 0),
      closest_(scores_.size(), 0) {}

double RelevanceObjective::gain(std::uint32_t row) {
  if (redundancy_ == 0) return scores_[row];
  for (; compared_[row] < picked_.size(); ++compared_[row]) {
    closest_[row] = std::max(closest_[row], cosine_(row, picked_[compared_[row]]));
  }
  return (1 - redundancy_) * scores_[row] - redundancy_ * closest_[row];
}

}  // namespace tersely
