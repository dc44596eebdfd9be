#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "linear/singular_vectors.h"
#include "methods/scored.h"

namespace tersely {
namespace {

constexpr double least_frequency = 0.4;  // of a word that occurs once, where another occurs very often
constexpr double least_value = 0.5;      // share of the largest singular value
constexpr double least_topic = 0.01;     // the same; vectors of smaller values are mostly noise
constexpr double equality = 1e-9;        // relative, or of values up to 1

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

/// The length of each sentence's vector in the space of the topics: the square root of the sum of v^2 s^2 over the
/// singular values s. v is the sentence's entry in the singular vector.
Eigen::VectorXd lengths(const SingularVectors& topics) {
  Eigen::VectorXd scores(topics.of_rows.rows());
  for (Eigen::Index row = 0; row < scores.size(); ++row) {
    double squares = 0;
    for (Eigen::Index topic = 0; topic < topics.values.size(); ++topic) {
      const double length = topics.of_rows(row, topic) * topics.values[topic];
      squares += length * length;
    }
    scores[row] = std::sqrt(squares);
  }
  return scores;
}

bool are_equal(double a, double b) { return std::abs(a - b) <= equality * std::max(a, b); }

/// How much each sentence says about a topic, in [0, 1]: the size of its entry in the singular vector. If other topics
/// have the same singular value, their vectors are arbitrary, so it is the length over all of these.
Eigen::VectorXd shares_of_topic(const SingularVectors& topics, Eigen::Index topic) {
  Eigen::VectorXd squares = Eigen::VectorXd::Zero(topics.of_rows.rows());
  for (Eigen::Index other = 0; other < topics.values.size(); ++other) {
    if (!are_equal(topics.values[other], topics.values[topic])) continue;
    for (Eigen::Index row = 0; row < squares.size(); ++row) {
      squares[row] += topics.of_rows(row, other) * topics.of_rows(row, other);
    }
  }
  return squares.cwiseSqrt();
}

/// Of the rows that are not taken, the one with the largest value, up to rounding errors; of equal ones, the first.
/// nullopt if none is positive.
std::optional<Eigen::Index> best_of(const Eigen::VectorXd& values, const std::vector<bool>& taken) {
  std::optional<Eigen::Index> best;
  double largest = 0;
  for (Eigen::Index row = 0; row < values.size(); ++row) {
    const double value = std::round(values[row] / equality);
    if (taken[static_cast<std::size_t>(row)] || !(value > largest)) continue;
    best = row;
    largest = value;
  }
  return best;
}

/// Each topic in turn, from the largest singular value on, picks its best sentence among those that are left. The
/// others follow by their lengths. The score falls from 1 by the same step from each sentence to the next.
Eigen::VectorXd places_by_topic(const SingularVectors& topics, const Cancel& cancel) {
  const Eigen::VectorXd length = lengths(topics);
  std::vector<bool> taken(static_cast<std::size_t>(length.size()));
  std::vector<Eigen::Index> order;
  for (Eigen::Index topic = 0; topic < topics.values.size(); ++topic) {
    cancel.check();
    const auto best = best_of(shares_of_topic(topics, topic), taken);
    if (!best) continue;
    taken[static_cast<std::size_t>(*best)] = true;
    order.push_back(*best);
  }
  const auto picked = static_cast<std::ptrdiff_t>(order.size());
  for (Eigen::Index row = 0; row < length.size(); ++row) {
    if (!taken[static_cast<std::size_t>(row)]) order.push_back(row);
  }
  std::stable_sort(order.begin() + picked, order.end(), [&](Eigen::Index i, Eigen::Index j) {
    return std::round(length[i] / equality) > std::round(length[j] / equality);
  });
  Eigen::VectorXd scores(length.size());
  auto score = static_cast<double>(order.size());
  for (const Eigen::Index row : order) scores[row] = score--;
  return scores;
}

/// With selection "length", the length of each sentence's vector in the space of the topics whose singular values are
/// at least half of the largest, as in Steinberger & Jezek, but at most the 50 largest.
///
/// With "topics", each topic gives the sentence with the largest entry in its vector, as in Gong & Liu (2001), for at
/// most the 50 largest singular values. They take the entry with its sign, which is arbitrary; here it is the size that
/// counts. A sentence that is the best of two topics is picked for the first, and the other takes its next.
///
/// sumy keeps all singular values. The sum of the squares is then the squared length of the sentence's own column of
/// the matrix, for any matrix, so that topics do not matter. sumy also gives words that a sentence lacks a frequency of
/// 0.4. Here they have 0, so that the matrix stays sparse and long sentences are not all alike.
std::unique_ptr<Objective> make_lsa(const Problem& problem) {
  const AnalysedText& document = problem.document;
  const SparseMatrix matrix = augmented_frequencies(document.term_index());
  const bool by_topic = problem.options.lsa.selection == LsaSelection::topics;
  const SingularVectors topics = largest_singular_vectors(matrix, by_topic ? least_topic : least_value, problem.cancel);
  const Eigen::VectorXd scores = by_topic ? places_by_topic(topics, problem.cancel) : lengths(topics);
  return make_scored(scores, problem);
}

}  // namespace

extern constinit const Method lsa{
    .info = {.name = "lsa",
             .description =
                 "The length of each sentence in the space of the main topics, or the best sentence of each topic "
                 "(latent semantic analysis).",
             .paper = "Steinberger & Jezek (2004), Using Latent Semantic Analysis in Text Summarization and Summary "
                      "Evaluation; Gong & Liu (2001) for lsa_selection=\"topics\"",
             .options = "redundancy lsa_selection query unmatched relevance vectors",
             .cost = "O(nnz + sentences) a round, times several hundred; usually less than 10 rounds, at most 30"},
    .voters = Voters::none,
    .gains_only_fall = true,
    .make_objective = make_lsa};

}  // namespace tersely
