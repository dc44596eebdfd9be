#include <algorithm>
#include <cmath>

#include "linear/singular_vectors.h"
#include "methods/scored.h"

namespace tersely {
namespace {

constexpr double least_frequency = 0.4;  // of a word that occurs once, where another occurs very often
constexpr double least_value = 0.5;      // share of the largest singular value

/// Rows of 0.4 + 0.6 * tf / (the largest tf of the row) for the words that occur.
SparseMatrix augmented_frequencies(const Terms& terms) {
  SparseMatrix matrix = count_terms(terms);
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    double largest = 0;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) largest = std::max(largest, it.value());
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it) {
      it.valueRef() = least_frequency + (1 - least_frequency) * it.value() / largest;
    }
  }
  return matrix;
}

/// The length of each sentence's vector in the space of the topics of the text: the square root of the sum of v^2 s^2
/// over the singular values s that are at least half of the largest, as in the paper, but at most the 50 largest. v is
/// the sentence's entry in the singular vector.
///
/// sumy keeps all singular values. The sum is then the squared length of the sentence's own column of the matrix, for
/// any matrix, so that topics do not matter. sumy also gives words that a sentence lacks a frequency of 0.4. Here they
/// have 0, so that the matrix stays sparse and long sentences are not all alike.
std::unique_ptr<Objective> make_lsa(const Problem& problem) {
  const AnalysedText& document = problem.document;
  const SparseMatrix matrix = augmented_frequencies(document.term_index());
  const SingularVectors topics = largest_singular_vectors(matrix, least_value, problem.cancel);
  Eigen::VectorXd scores(matrix.rows());
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    double squares = 0;
    for (Eigen::Index topic = 0; topic < topics.values.size(); ++topic) {
      const double length = topics.of_rows(row, topic) * topics.values[topic];
      squares += length * length;
    }
    scores[row] = std::sqrt(squares);
  }
  return make_scored(scores, problem);
}

}  // namespace

extern constinit const Method lsa{
    .info = {.name = "lsa",
             .description = "The length of each sentence in the space of the main topics (latent semantic analysis).",
             .paper = "Steinberger & Jezek (2004), Using Latent Semantic Analysis in Text Summarization and Summary "
                      "Evaluation",
             .options = "redundancy query unmatched relevance",
             .cost = "O(nnz + sentences) a round, times several hundred; usually less than 10 rounds, at most 30"},
    .voters = Voters::none,
    .gains_only_fall = true,
    .make_objective = make_lsa};

}  // namespace tersely
