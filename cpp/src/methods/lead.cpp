#include "methods/scored.h"

namespace tersely {

namespace {

/// (n - i) / n. O(n).
std::unique_ptr<Objective> make_lead(const Problem& problem) {
  const std::uint32_t n = problem.document.n_rows();
  Eigen::VectorXd scores(n);
  for (std::uint32_t i = 0; i < n; ++i) scores[i] = static_cast<double>(n - i) / n;
  return make_scored(scores, problem);
}

}  // namespace

extern constinit const Method lead{
    .info = {.name = "lead", .description = "The first sentences.", .paper = "", .options = "", .cost = "O(sentences)"},
    .voters = Voters::none,
    .gains_only_fall = true,
    .make_objective = make_lead};

}  // namespace tersely
