#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "methods/problem.h"
#include "selection/budget.h"
#include "selection/dangling.h"
#include "selection/objective.h"
#include "selection/spreading.h"

namespace tersely {
namespace {

constexpr double sentence_cost = 10;  // words

// With a query, the weights of what counts in a gain: what no pick says, what no single pick says, and all.
constexpr double share_of_uncovered = 0.3;
constexpr double share_of_apart = 0.65;
constexpr double share_of_all = 0.05;
constexpr std::size_t max_compared_picks = 100;  // so that long answers stay linear in the rows

/// With a query, the weight that no single pick has. The words of a sentence that answers stand in other relevant
/// sentences, too, and several picks may cover them without saying it. Borrows all arguments.
class WeightApart {
 public:
  WeightApart(const AnalysedText& document, const ConceptWeights& weights)
      : document_(document), weights_(weights), known_(document.n_rows()) {}

  void pick(std::uint32_t row) {
    if (picks_.size() < max_compared_picks) picks_.push_back(row);
  }

  /// What counts in the gain of a row; it falls with `uncovered`, also in floating point. O(concepts) for each pick
  /// since the last call for the row.
  double weigh(double uncovered, std::uint32_t row) {
    Known& known = known_[row];
    if (known.whole < 0) known.whole = shared_weight(row, row);
    for (; known.compared < picks_.size(); ++known.compared) {
      known.shared = std::max(known.shared, shared_weight(row, picks_[known.compared]));
    }
    const double apart = known.whole - known.shared;
    return share_of_uncovered * uncovered + share_of_apart * apart + share_of_all * known.whole;
  }

 private:
  struct Known {
    std::size_t compared = 0;  // number of picks
    double shared = 0;         // the largest weight in common with one of these
    double whole = -1;         // of all concepts; negative: not yet computed
  };

  /// Of the concepts that both rows have.
  double shared_weight(std::uint32_t row, std::uint32_t other) const {
    const std::span<const std::uint32_t> left = document_.concepts(row);
    const std::span<const std::uint32_t> right = document_.concepts(other);
    double weight = 0;
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
      if (left[i] == right[j]) weight += weights_.weights[left[i]];
      const std::uint32_t least = std::min(left[i], right[j]);
      if (left[i] == least) ++i;
      if (right[j] == least) ++j;
    }
    return weight;
  }

  const AnalysedText& document_;
  const ConceptWeights& weights_;
  std::vector<std::uint32_t> picks_;
  std::vector<Known> known_;  // per row
};

/// The weight of the concepts that are not yet covered, divided by the square root of the words (plus ten words per
/// sentence if sentences are counted), and multiplied by the factor of the row. If there is a query, the factor
/// includes its relevance, and the weight is that of WeightApart. In transcripts the factor falls around every pick,
/// unless there is a query. With Options::coherence, it is smaller while a sentence dangles. Which divisor covers most
/// within a budget of length depends on the lengths of the sentences, so there are two others, unless factors make the
/// gain differ from the coverage. Borrows all arguments.
class CoverageObjective final : public Objective {
 public:
  CoverageObjective(const AnalysedText& document, const ConceptWeights& weights, std::span<const double> relevance,
                    double fixed_cost, const CoverOptions& options)
      : document_(document),
        weights_(weights),
        fixed_cost_(fixed_cost),
        spreads_(relevance.empty() && spreads(document, options.position)),
        factors_(row_factors(document, relevance)),
        dangling_(document, options.coherence),
        covered_(document.n_concepts(), 0),
        known_(document.n_rows()) {
    if (!relevance.empty()) apart_.emplace(document, weights);
  }

  std::unique_ptr<Objective> clone() const override { return std::make_unique<CoverageObjective>(*this); }

  /// The copy knows the first weights.
  std::unique_ptr<Objective> with(Divisor divisor) const override {
    const bool has_factors = std::any_of(factors_.begin(), factors_.end(), [](double factor) { return factor != 1; });
    if (fixed_cost_ > 0 || spreads_ || has_factors) return nullptr;
    auto copy = std::make_unique<CoverageObjective>(*this);
    copy->divisor_ = divisor;
    return copy;
  }

  double gain(std::uint32_t row) override {
    if (factors_[row] == 0) return 0;
    Known& known = known_[row];
    if (known.picks != n_picks_) known = {uncovered_weight(weights_, covered_, document_.concepts(row)), n_picks_};
    const double weight = apart_ ? apart_->weigh(known.weight, row) : known.weight;
    return factor(row) * weight / divisor(row);
  }

  void pick(std::uint32_t row) override {
    for (const std::uint32_t concept_id : document_.concepts(row)) covered_[concept_id] = 1;
    if (apart_) apart_->pick(row);
    if (spreads_ && n_picks_ < max_spread_picks) spread(document_, row, &factors_);
    dangling_.pick(row);
    ++n_picks_;
  }

  double divisor(std::uint32_t row) const override {
    if (divisor_ == Divisor::one) return 1;
    const double cost = document_.words_in_row(row) + fixed_cost_;
    return divisor_ == Divisor::root ? std::sqrt(cost) : cost;
  }
  double factor(std::uint32_t row) const override { return factors_[row] * dangling_.factor(row); }
  std::optional<std::uint32_t> raised_by(std::uint32_t row) const override { return dangling_.raised_by(row); }
  std::vector<std::uint32_t> needed_by(std::uint32_t row) const override { return dangling_.needed_by(row); }
  bool heeds_picks() const override { return true; }

 private:
  struct Known {
    double weight = 0;
    std::size_t picks = SIZE_MAX;  // number of picks when it was computed
  };

  const AnalysedText& document_;
  const ConceptWeights& weights_;
  double fixed_cost_;
  Divisor divisor_ = Divisor::root;
  bool spreads_;
  std::vector<double> factors_;       // one per row
  std::optional<WeightApart> apart_;  // if there is a query
  Dangling dangling_;
  Covered covered_;
  std::size_t n_picks_ = 0;
  std::vector<Known> known_;  // per row: scores and the greedy selection both ask for the first weights
};

std::unique_ptr<Objective> make_cover(const Problem& problem) {
  const double fixed_cost = counts_sentences(problem.options.budget) ? sentence_cost : 0;
  return std::make_unique<CoverageObjective>(problem.document, problem.concepts, problem.relevance.rows, fixed_cost,
                                             problem.options.cover);
}

}  // namespace

extern constinit const Method cover{
    .info = {.name = "cover",
             .description = "Covers the most weight of words and word pairs, weighed by the votes of later sentences "
                            "for earlier ones.",
             .paper = "Katz (1953) for the votes; Gillick & Favre (2009) for concept coverage",
             .options = "position query unmatched relevance coherence vectors",
             .cost = "O(nnz log nnz) on real text"},
    .voters = Voters::later,
    .gains_only_fall = true,
    .heeds_seen = true,
    .make_objective = make_cover};

}  // namespace tersely
