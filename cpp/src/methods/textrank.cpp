#include "methods/scored.h"
#include "methods/similarity_graph.h"

namespace tersely {
namespace {

/// The weight of a link is the cosine of TF-IDF rows. Matrix-free, O(nnz) per round.
std::unique_ptr<Objective> make_textrank(const Problem& problem) {
  const AnalysedText& document = problem.document;
  const Eigen::VectorXd scores =
      rank_by_cosines(normalize_rows(document.tfidf()), sentence_frequencies(document.term_index()), problem);
  return make_scored(scores, problem);
}

}  // namespace

extern constinit const Method textrank{.info = {.name = "textrank",
                                                .description = "PageRank on the cosine of TF-IDF rows.",
                                                .paper = "Mihalcea & Tarau (2004); Erkan & Radev (2004) for the cosine",
                                                .options = "redundancy damping query unmatched relevance",
                                                .cost = "O(nnz) a round, at most 200 rounds"},
                                       .voters = Voters::all,
                                       .gains_only_fall = true,
                                       .make_objective = make_textrank};

}  // namespace tersely
