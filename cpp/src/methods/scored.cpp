#include "methods/scored.h"

#include "selection/mmr.h"

namespace tersely {
namespace {

/// Shared by all copies of the objective.
Cosine cosine_of_rows(const Problem& problem) {
  if (problem.options.redundancy == 0) return nullptr;
  if (problem.vectors) {
    return [&vectors = *problem.vectors](std::uint32_t a, std::uint32_t b) {
      double cosine = 0;
      vectors.multiply_rows(a, b, {&cosine, 1});
      return cosine;
    };
  }
  const auto rows = std::make_shared<const SparseMatrix>(normalize_rows(problem.document.tfidf()));
  return [rows](std::uint32_t a, std::uint32_t b) { return dot(*rows, a, b); };
}

}  // namespace

std::unique_ptr<Objective> make_scored(Eigen::VectorXd scores, const Problem& problem) {
  for (std::size_t row = 0; row < problem.relevance.factors.size(); ++row) {
    scores[static_cast<Eigen::Index>(row)] *= problem.relevance.factors[row];
  }
  return std::make_unique<RelevanceObjective>(scores, problem.options.redundancy, cosine_of_rows(problem));
}

}  // namespace tersely
