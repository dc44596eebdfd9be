#include <utility>

#include "methods/scored.h"
#include "support/split_mix64.h"

namespace tersely {
namespace {

/// A random permutation of 1/n, 2/n, ..., 1 (Fisher-Yates), the same on every machine. O(n).
std::unique_ptr<Objective> make_random(const Problem& problem) {
  const std::uint32_t n = problem.document.n_rows();
  Eigen::VectorXd scores(n);
  for (std::uint32_t i = 0; i < n; ++i) scores[i] = static_cast<double>(n - i) / n;
  SplitMix64 random(problem.options.random.seed);
  for (std::uint64_t i = n; i > 1; --i) {
    std::swap(scores[static_cast<Eigen::Index>(i - 1)], scores[static_cast<Eigen::Index>(random() % i)]);
  }
  return make_scored(scores, problem);
}

}  // namespace

extern constinit const Method random_order{
    .info = {.name = "random",
             .description = "A random choice, the same for the same seed: the floor that a method has to beat.",
             .paper = "",
             .options = "seed",
             .cost = "O(sentences)"},
    .voters = Voters::none,
    .gains_only_fall = true,
    .make_objective = make_random};

}  // namespace tersely
