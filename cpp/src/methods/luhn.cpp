#include <algorithm>

#include "methods/scored.h"

namespace tersely {
namespace {

constexpr std::uint32_t max_gap = 3;  // maximum number of other words between two significant words of a cluster

/// The words from one significant word to another.
struct Cluster {
  std::uint32_t n_significant = 0;
  std::uint32_t n_words = 0;

  /// Luhn's significance factor; 0 for a single significant word.
  double significance() const {
    return n_significant > 1 ? static_cast<double>(n_significant) * n_significant / n_words : 0;
  }
};

/// The significance of the best cluster of a sentence.
double significance(const AnalysedText& document, std::uint32_t unit, const std::vector<std::uint32_t>& occurrences) {
  double best = 0;
  Cluster cluster;
  std::uint32_t gap = 0;  // words since the last significant one
  for (const Word& word : document.words(unit)) {
    const std::uint32_t term = document.term_of(word);
    if (term == Terms::no_term || occurrences[term] < 2) {
      ++gap;
      continue;
    }
    if (gap > max_gap) {
      best = std::max(best, cluster.significance());
      cluster = {};
    }
    cluster.n_words += cluster.n_significant > 0 ? gap + 1 : 1;
    ++cluster.n_significant;
    gap = 0;
  }
  return std::max(best, cluster.significance());
}

/// The significance of each sentence's best cluster: the square of its number of significant words, divided by the
/// number of all its words. O(words).
///
/// A word is significant if it is not a stop word and occurs more than once in the candidates. (In the paper the reader
/// sets the minimum frequency.) A cluster has at most three other words in a row (in the paper four or five) and at
/// least two significant words (in the paper one), both as in sumy. sumy also counts occurrences in headings, and stop
/// words that have the stem of a significant word.
std::unique_ptr<Objective> make_luhn(const Problem& problem) {
  const AnalysedText& document = problem.document;
  const std::vector<std::uint32_t> occurrences = count_occurrences(document.term_index());
  Eigen::VectorXd scores(document.n_rows());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    scores[row] = significance(document, document.candidates()[row], occurrences);
  }
  return make_scored(scores, problem);
}

}  // namespace

extern constinit const Method luhn{.info = {.name = "luhn",
                                            .description = "The densest cluster of words that occur more than once.",
                                            .paper = "Luhn (1958), The Automatic Creation of Literature Abstracts",
                                            .options = "redundancy query unmatched relevance vectors",
                                            .cost = "O(words)"},
                                   .voters = Voters::none,
                                   .gains_only_fall = true,
                                   .make_objective = make_luhn};

}  // namespace tersely
