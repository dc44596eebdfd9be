#include "methods/scored.h"

#include "selection/mmr.h"

namespace tersely {

std::unique_ptr<Objective> make_scored(Eigen::VectorXd scores, const Problem& problem) {
  for (std::size_t row = 0; row < problem.relevance.rows.size(); ++row) {
    scores[static_cast<Eigen::Index>(row)] *= problem.relevance.rows[row];
  }
  return std::make_unique<RelevanceObjective>(scores, problem.options.redundancy, problem.document.tfidf());
}

}  // namespace tersely
