#include <algorithm>

#include "methods/problem.h"
#include "selection/objective.h"

namespace tersely {
namespace {

/// The mean probability of a row's words, and the largest of all probabilities where the row has a word of that: as no
/// mean is larger, a row with the most probable word is worth more than any without. A pick squares the probabilities
/// of its words. Another word may then be the most probable, so that gains rise too. Borrows the document.
class SumBasicObjective final : public Objective {
 public:
  explicit SumBasicObjective(const AnalysedText& document)
      : terms_(document.term_index()), probabilities_(terms_.n_terms) {
    double n_words = 0;
    for (const std::uint32_t count : terms_.term_counts) n_words += count;
    for (std::size_t k = 0; k < terms_.term_ids.size(); ++k) {
      probabilities_[terms_.term_ids[k]] += terms_.term_counts[k];
    }
    for (double& probability : probabilities_) probability /= n_words;
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
  std::vector<double> probabilities_;  // of each term
  double largest_ = 0;
};

/// Words are those that are no stop words. Each pick costs O(nnz).
///
/// As in the paper, the best sentence is sought among those that hold the most probable word; sumy seeks it among all.
/// Where no sentence that is left holds it, or none of them fits, the best of the others is taken. A word that a picked
/// sentence holds twice is squared once.
std::unique_ptr<Objective> make_sumbasic(const Problem& problem) {
  return std::make_unique<SumBasicObjective>(problem.document);
}

}  // namespace

extern constinit const Method sumbasic{
    .info = {.name = "sumbasic",
             .description = "The sentence of the most probable words that has the most probable one; what is said "
                            "counts less from then on.",
             .paper = "Nenkova & Vanderwende (2005), The Impact of Frequency on Summarization",
             .options = ""},
    .voters = Voters::none,
    .gains_only_fall = false,
    .make_objective = make_sumbasic};

}  // namespace tersely
