#include <numeric>
#include <vector>

#include "linear/logarithm.h"
#include "methods/scored.h"
#include "methods/similarity_graph.h"

namespace tersely {
namespace {

/// The weight of a link is |common terms| / (ln |S_i| + ln |S_j|), where |S| is the number of words that are not stop
/// words; 0 if the denominator is not positive. O(links) time and memory.
///
/// sumy counts each pair of equal words instead of each common word, links each sentence with itself, and links two
/// sentences that consist of the same word. Sentences without links lose their rank there; here they jump anywhere.
Eigen::VectorXd rank(const Problem& problem) {
  const Terms& terms = problem.document.term_index();
  SparseMatrix occurs = count_terms(terms);
  occurs.coeffs().setOnes();
  std::vector<double> log_length(problem.document.n_rows());
  for (std::uint32_t row = 0; row < problem.document.n_rows(); ++row) {
    const auto counts = terms.counts(row);
    const auto length = std::accumulate(counts.begin(), counts.end(), 0.0);
    log_length[row] = length > 0 ? ln(length) : 0;
  }
  const auto overlap = [&](std::uint32_t i, std::uint32_t j, double common) {
    const double denominator = log_length[i] + log_length[j];
    return denominator > 0 ? common / denominator : 0;
  };
  return rank_by_links(occurs, overlap, problem, "method=\"textrank\" and method=\"cover\" have no such limit");
}

std::unique_ptr<Objective> make_textrank_overlap(const Problem& problem) { return make_scored(rank(problem), problem); }

}  // namespace

extern constinit const Method textrank_overlap{
    .info = {.name = "textrank-overlap",
             .description = "PageRank on the words that two sentences share, over the logarithms of their lengths.",
             .paper = "Mihalcea & Tarau (2004), TextRank: Bringing Order into Texts",
             .options = "redundancy damping max_sentences query unmatched relevance vectors",
             .cost = "O(pairs of sentences with a common word) a round, at most 200 rounds"},
    .voters = Voters::all,
    .gains_only_fall = true,
    .make_objective = make_textrank_overlap};

}  // namespace tersely
