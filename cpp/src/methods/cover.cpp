#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "methods/problem.h"
#include "selection/budget.h"
#include "selection/dangling.h"
#include "selection/objective.h"
#include "selection/spreading.h"

namespace tersely {
namespace {

constexpr double sentence_cost = 10;  // words
constexpr double kept_share = 0.25;   // of its weight, by a covered concept, if there is a query

/// The weight of the concepts that are not yet covered, divided by the square root of the words (plus ten words per
/// sentence if sentences are counted), and multiplied by the factor of the row. If there is a query, the factor includes
/// its relevance, and covered concepts keep a share of their weight: the sentence that answers consists of the
/// words that other relevant sentences have, too. In transcripts the factor falls around every pick, unless there is a query. With Options::coherence, it
/// is smaller while a sentence dangles. Which divisor covers most within a budget of length depends on the lengths of
/// the sentences, so there are two others, unless factors make the gain differ from the coverage. Borrows all
/// arguments.
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
    if (relevance.empty()) return;
    for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
      whole_.push_back(factors_[row] == 0 ? 0 : uncovered_weight(weights, covered_, document.concepts(row)));
    }
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
    return factor(row) * with_kept(row, known.weight) / divisor(row);
  }

  void pick(std::uint32_t row) override {
    for (const std::uint32_t concept_id : document_.concepts(row)) covered_[concept_id] = 1;
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

  /// Falls with `uncovered`, in floating point, too.
  double with_kept(std::uint32_t row, double uncovered) const {
    return whole_.empty() ? uncovered : kept_share * whole_[row] + (1 - kept_share) * uncovered;
  }

  const AnalysedText& document_;
  const ConceptWeights& weights_;
  double fixed_cost_;
  Divisor divisor_ = Divisor::root;
  bool spreads_;
  std::vector<double> factors_;  // one per row
  std::vector<double> whole_;    // per row, the weight of all its concepts; empty without a query
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
