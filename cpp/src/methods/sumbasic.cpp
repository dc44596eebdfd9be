#include <algorithm>
#include <numeric>
#include <vector>

#include "methods/problem.h"
#include "selection/objective.h"

namespace tersely {
namespace {

/// The mean probability of a row's words, plus the largest of all probabilities if the row holds a word with that
/// probability. No mean is larger than that, so a row with the most probable word gains more than any row without. A
/// pick squares the probabilities of its words. Another word may then be the most probable, so gains can rise. Borrows
/// the document.
class SumBasicObjective final : public Objective {
 public:
  explicit SumBasicObjective(const AnalysedText& document)
      : terms_(document.term_index()), probabilities_(terms_.n_terms) {
    const std::vector<std::uint32_t> occurrences = count_occurrences(terms_);
    const double n_words = std::accumulate(occurrences.begin(), occurrences.end(), 0.0);
    for (std::size_t term = 0; term < occurrences.size(); ++term) probabilities_[term] = occurrences[term] / n_words;
    find_largest();
  }

  std::unique_ptr<Objective> clone() const override { return std::make_unique<SumBasicObjective>(*this); }

  double gain(std::uint32_t row) override {
    const auto terms = terms_.terms(row);
    const auto counts = terms_.counts(row);
    double sum = 0;
    double n_words = 0;
    bool has_largest = false;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const double probability = probabilities_[terms[i]];
      sum += counts[i] * probability;
      n_words += counts[i];
      has_largest |= probability == largest_;
    }
    if (n_words == 0) return 0;
    return sum / n_words + (has_largest ? largest_ : 0);
  }

  void pick(std::uint32_t row) override {
    for (const std::uint32_t term : terms_.terms(row)) probabilities_[term] *= probabilities_[term];
    find_largest();
  }

  bool heeds_picks() const override { return true; }

 private:
  void find_largest() {
    largest_ = probabilities_.empty() ? 0 : *std::max_element(probabilities_.begin(), probabilities_.end());
  }

  const Terms& terms_;
  std::vector<double> probabilities_;  // per term
  double largest_ = 0;
};

/// All words except stop words count. Each pick costs O(nnz).
///
/// As in the paper, the best sentence is chosen among those that hold the most probable word (sumy chooses among all
/// sentences). If no remaining sentence holds it, or none of them fits, the best of the others is chosen. If a picked
/// sentence holds a word twice, its probability is squared once (in sumy, twice).
std::unique_ptr<Objective> make_sumbasic(const Problem& problem) {
  return std::make_unique<SumBasicObjective>(problem.document);
}

}  // namespace

extern constinit const Method sumbasic{
    .info = {.name = "sumbasic",
             .description = "The sentence of the most probable words that has the most probable one; what is said "
                            "counts less from then on.",
             .paper = "Nenkova & Vanderwende (2005), The Impact of Frequency on Summarization",
             .options = "",
             .cost = "O(nnz) a pick"},
    .voters = Voters::none,
    .gains_only_fall = false,
    .make_objective = make_sumbasic};

}  // namespace tersely
