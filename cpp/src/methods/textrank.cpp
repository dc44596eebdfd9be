#include "methods/scored.h"
#include "methods/similarity_graph.h"

namespace tersely {
namespace {

/// The weight of a link is the cosine of TF-IDF rows, or of the vectors. Matrix-free, O(nnz) per round.
std::unique_ptr<Objective> make_textrank(const Problem& problem) {
  return make_scored(problem.vectors ? rank_by_cosines(*problem.vectors, problem)
                                     : rank_by_cosines(normalize_rows(problem.document.tfidf()), problem),
                     problem);
}

}  // namespace

extern constinit const Method textrank{
    .info = {.name = "textrank",
             .description = "PageRank on the cosine of TF-IDF rows.",
             .paper = "Mihalcea & Tarau (2004); Erkan & Radev (2004) for the cosine",
             .options = "redundancy damping max_sentences query unmatched relevance vectors",
             .cost = "O(nnz) a round, at most 200 rounds; with vectors that "
                     "have negative numbers also O(pairs of sentences)"},
    .voters = Voters::all,
    .gains_only_fall = true,
    .make_objective = make_textrank};

}  // namespace tersely
