#include "linear/logarithm.h"
#include "methods/scored.h"
#include "methods/similarity_graph.h"

namespace tersely {
namespace {

/// Rows of length 1 of tf * ln(n / df), the weights of the idf-modified cosine.
SparseMatrix unit_rows(const Terms& terms) {
  const DocumentFrequencies frequencies = sentence_frequencies(terms);
  SparseMatrix matrix = count_terms(terms);
  const double n = frequencies.n_documents;
  for (Eigen::Index k = 0; k < matrix.nonZeros(); ++k) {
    matrix.valuePtr()[k] *= ln(n / frequencies.of_term[static_cast<std::size_t>(matrix.innerIndexPtr()[k])]);
  }
  return normalize_rows(matrix);
}

/// With a threshold, all sentences whose cosine exceeds it are linked with equal weight: O(links). Without one, the
/// weight of a link is the cosine: matrix-free, O(nnz) per round.
///
/// The paper also links each sentence with itself; here no sentence votes for itself. sumy has these links, but no
/// damping, takes ln(n / (df + 1)) for the idf, and stops as soon as a round changes the ranks by less than 0.1.
template <class Matrix>
Eigen::VectorXd rank(const Matrix& rows, const Problem& problem) {
  const std::optional<double> threshold = problem.options.lexrank.threshold;
  if (!threshold) return rank_by_cosines(rows, problem);
  const auto above = [&](std::uint32_t, std::uint32_t, double cosine) { return cosine > *threshold ? 1.0 : 0.0; };
  return rank_by_links(rows, above, problem, "threshold=None and method=\"cover\" have no such limit");
}

std::unique_ptr<Objective> make_lexrank(const Problem& problem) {
  return make_scored(
      problem.vectors ? rank(*problem.vectors, problem) : rank(unit_rows(problem.document.term_index()), problem),
      problem);
}

}  // namespace

extern constinit const Method lexrank{
    .info = {.name = "lexrank",
             .description = "PageRank on the idf-modified cosine, above a threshold or continuous.",
             .paper = "Erkan & Radev (2004), LexRank: Graph-based Lexical Centrality as Salience in Text Summarization",
             .options = "redundancy damping threshold max_sentences query unmatched relevance vectors",
             .cost = "O(pairs of sentences with a common word) a round, at most 200 rounds; with "
                     "threshold=None, O(nnz) a round"},
    .voters = Voters::all,
    .gains_only_fall = true,
    .make_objective = make_lexrank};

}  // namespace tersely
