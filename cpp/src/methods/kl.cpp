#include <algorithm>
#include <cmath>
#include <vector>

#include "linear/logarithm.h"
#include "methods/problem.h"
#include "selection/objective.h"

namespace tersely {
namespace {

constexpr double smoothing = 0.1;  // occurrences that every word of the text has in every summary
constexpr double gain_steps = 1e9;

/// 1 / (1 + KL(P || Q)), where P is the distribution of the words of the text and Q that of the picked rows together
/// with this row, smoothed: Q(w) = (count(w) + 0.1) / (words + 0.1 * different words of the text).
///
/// KL = sum of P(w) ln P(w) - sum of P(w) ln(count(w) + 0.1) + ln(words + 0.1 * different words). Only the second sum
/// depends on the words of the row, so it is kept for the picked rows and a gain costs O(terms of the row). Borrows the
/// document.
class DivergenceObjective final : public Objective {
 public:
  explicit DivergenceObjective(const AnalysedText& document)
      : terms_(document.term_index()), probabilities_(terms_.n_terms), counts_(terms_.n_terms) {
    const std::vector<std::uint32_t> occurrences = count_occurrences(terms_);
    double n_words = 0;
    std::uint32_t most = 0;
    for (const std::uint32_t count : occurrences) {
      n_words += count;
      most = std::max(most, count);
    }
    for (std::uint32_t count = 0; count <= most; ++count) logarithms_.push_back(ln(count + smoothing));
    for (std::uint32_t term = 0; term < terms_.n_terms; ++term) {
      probabilities_[term] = occurrences[term] / n_words;
      negative_entropy_ += probabilities_[term] * ln(probabilities_[term]);
      evidence_ += probabilities_[term] * logarithms_[0];
    }
  }

  std::unique_ptr<Objective> clone() const override { return std::make_unique<DivergenceObjective>(*this); }

  double gain(std::uint32_t row) override {
    if (terms_.terms(row).empty()) return 0;
    const auto [evidence, n_words] = sums_with(row);
    const double divergence = negative_entropy_ - evidence + ln(n_words + smoothing * terms_.n_terms);
    return std::round(gain_steps / (1 + std::max(0.0, divergence))) / gain_steps;
  }

  void pick(std::uint32_t row) override {
    const Sums sums = sums_with(row);
    evidence_ = sums.evidence;
    n_words_ = sums.n_words;
    for (std::size_t i = 0; i < terms_.terms(row).size(); ++i) counts_[terms_.terms(row)[i]] += terms_.counts(row)[i];
  }

  bool heeds_picks() const override { return true; }

 private:
  struct Sums {
    double evidence;  // the sum of P(w) ln(count(w) + 0.1)
    double n_words;
  };

  Sums sums_with(std::uint32_t row) const {
    const auto terms = terms_.terms(row);
    const auto counts = terms_.counts(row);
    Sums sums{evidence_, n_words_};
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const std::uint32_t count = counts_[terms[i]];
      sums.evidence += probabilities_[terms[i]] * (logarithms_[count + counts[i]] - logarithms_[count]);
      sums.n_words += counts[i];
    }
    return sums;
  }

  const Terms& terms_;
  std::vector<double> probabilities_;  // per term: P
  std::vector<double> logarithms_;     // of 0.1, 1.1, 2.1, ... up to the count of the most frequent word
  std::vector<std::uint32_t> counts_;  // per term: its occurrences in the picked rows
  double negative_entropy_ = 0;        // the sum of P(w) ln P(w)
  double evidence_ = 0;                // of the picked rows
  double n_words_ = 0;
};

/// KLSum: each pick brings the words of the summary as close to those of the text as one sentence can. All words except
/// stop words count. A sentence without any gains 0. Gains are rounded to 1e-9, so that of equally good sentences the
/// first is chosen. Each pick costs O(nnz).
///
/// The paper gives every word of the text "a small amount of mass" in the summary, without saying how much. It stops
/// when no sentence lowers the divergence; here, as in sumy, the budget is filled. sumy does not smooth, and sums over
/// the words of the summary only. Its sum can be negative, and words that the summary lacks cost nothing.
std::unique_ptr<Objective> make_kl(const Problem& problem) {
  return std::make_unique<DivergenceObjective>(problem.document);
}

}  // namespace

extern constinit const Method kl{
    .info = {.name = "kl",
             .description = "Brings the distribution of the summary's words close to that of the text's "
                            "(Kullback-Leibler divergence).",
             .paper = "Haghighi & Vanderwende (2009), Exploring Content Models for Multi-Document Summarization",
             .options = "",
             .cost = "O(nnz) a pick"},
    .voters = Voters::none,
    .gains_only_fall = false,
    .make_objective = make_kl};

}  // namespace tersely
