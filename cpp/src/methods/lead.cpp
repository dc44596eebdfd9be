#include <algorithm>
#include <numeric>
#include <vector>

#include "methods/scored.h"

namespace tersely {

namespace {

/// Each row's place in its source.
std::vector<std::uint32_t> places_in_sources(const AnalysedText& document) {
  std::vector<std::uint32_t> places(document.n_rows());
  for (const Source& source : document.sources()) {
    for (std::uint32_t row = source.rows.begin; row < source.rows.end; ++row) places[row] = row - source.rows.begin;
  }
  return places;
}

/// (n - i) / n, where i counts the first rows of all sources, then the second ones, and so on. O(n log n).
std::unique_ptr<Objective> make_lead(const Problem& problem) {
  const std::uint32_t n = problem.document.n_rows();
  const std::vector<std::uint32_t> places = places_in_sources(problem.document);
  std::vector<std::uint32_t> rows(n);
  std::iota(rows.begin(), rows.end(), 0u);
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return places[a] < places[b]; });
  Eigen::VectorXd scores(n);
  for (std::uint32_t i = 0; i < n; ++i) scores[rows[i]] = static_cast<double>(n - i) / n;
  return make_scored(scores, problem);
}

}  // namespace

extern constinit const Method lead{.info = {.name = "lead",
                                            .description = "The first sentences, of each source if there are several.",
                                            .paper = "",
                                            .options = "",
                                            .cost = "O(sentences)"},
                                   .voters = Voters::none,
                                   .gains_only_fall = true,
                                   .make_objective = make_lead};

}  // namespace tersely
