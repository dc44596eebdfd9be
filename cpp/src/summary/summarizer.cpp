#include "tersely/summarizer.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

#include "methods/cover.h"
#include "selection/budget.h"
#include "selection/choice.h"
#include "selection/selector.h"
#include "summary/printer.h"
#include "tersely/methods.h"
#include "text/icu.h"

namespace tersely {
namespace {

using Units = std::vector<std::uint32_t>;

/// Gains before any pick, over the largest.
std::vector<double> initial_scores(const Document& document, Objective* objective) {
  std::vector<double> scores(document.n_rows());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) scores[row] = objective->gain(row);
  const double most = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
  for (double& score : scores) score = most > 0 ? score / most : 0;
  return scores;
}

std::uint32_t find_knee(const std::vector<Pick>& picks) {
  const auto n = static_cast<double>(picks.size());
  double furthest = -1;
  std::uint32_t knee = 0;
  for (std::uint32_t k = 1; k <= picks.size(); ++k) {
    const double above = picks[k - 1].coverage * n - picks.back().coverage * k;
    if (above <= furthest) continue;
    furthest = above;
    knee = k;
  }
  return knee;
}

/// One choice in the making: the document, the options and all that is derived from both.
class Summarizer {
 public:
  Summarizer(const Document& document, const Options& options, Wishes wishes, Workspace* workspace,
             const Cancel& cancel)
      : document_(document),
        options_(options),
        wishes_(check_wishes(document, std::move(wishes))),
        cancel_(cancel),
        method_(find_method(options.ranking.method)),
        printer_(document),
        model_(cover(document, title_terms(document, options, workspace), options.ranking.position, cancel)),
        objective_(make_objective()),
        ranks_(rank_rows(scores_)),
        places_(find_places(document, options.order, ranks_)),
        usable_(usable_rows(document, options, wishes_)) {}

  Summary run() {
    const BudgetMeter empty(document_, printer_, options_, places_);
    if (wishes_.exclude.empty() && empty.fits_whole_text()) return finish(Status::whole_text, pick_everything());
    const bool all_fit = empty.fits_all(allowed_units());
    BudgetMeter meter = empty;
    std::vector<Pick> picks = include(&meter);
    if (meter.exceeded()) return finish(Status::over_budget, std::move(picks));
    for (const Pick& next : pick(!all_fit, &meter)) picks.push_back(next);
    if (picks.empty()) return fall_back(empty);
    const std::size_t n_picks = picks.size();
    if (!drop_excess_tokens(empty, &picks)) return finish(Status::over_budget, std::move(picks));
    const Status status = all_fit && picks.size() == n_picks ? Status::all_candidates : Status::ok;
    return finish(status, std::move(picks));
  }

  /// All that may be picked, by a budget that is never filled.
  std::vector<Pick> run_on() {
    BudgetMeter meter(document_, printer_, options_, places_);
    std::vector<Pick> picks = include(&meter);
    for (const Pick& next : pick(false, &meter)) picks.push_back(next);
    return finish(Status::all_candidates, std::move(picks)).picks;
  }

 private:
  /// Also sets scores_, which the objective may borrow.
  std::unique_ptr<Objective> make_objective() {
    if (method_.rank == nullptr) {
      auto objective = std::make_unique<CoverageObjective>(document_, model_, counts_sentences(options_.budget));
      scores_ = initial_scores(document_, objective.get());
      return objective;
    }
    scores_ = scale_scores(method_.rank(document_, options_.ranking, cancel_));
    return std::make_unique<RelevanceObjective>(document_, scores_, options_.redundancy);
  }

  /// Included units and usable rows: all that may be in the summary.
  Units allowed_units() const {
    Units units = wishes_.include;
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
      if (usable_[row]) units.push_back(document_.candidates()[row]);
    }
    return units;
  }

  std::vector<Pick> pick(bool until_filled, BudgetMeter* meter) {
    std::vector<Pick> picks;
    for (const GreedyPick& choice : pick_greedily(document_, usable_, until_filled, objective_.get(), meter, cancel_)) {
      picks.push_back(as_pick(choice));
    }
    return picks;
  }

  Pick as_pick(const GreedyPick& choice) const {
    return {document_.candidates()[choice.row], choice.gain, 0, choice.divisor, 0, choice.factor};
  }

  GreedyPick greedy_pick(std::uint32_t row, double gain) const {
    return {row, gain, objective_->divisor(row), objective_->factor(row)};
  }

  std::vector<Pick> include(BudgetMeter* meter) {
    std::vector<Pick> picks;
    for (const std::uint32_t unit : wishes_.include) {
      const std::uint32_t row = row_of(document_, unit);
      picks.push_back(row == no_row ? Pick{unit, 0, 0, 1, 0} : as_pick(greedy_pick(row, objective_->gain(row))));
      if (row != no_row) objective_->pick(row);
      meter->add(unit);
    }
    return picks;
  }

  /// All units: the candidates as they would be picked, then the others.
  std::vector<Pick> pick_everything() {
    const Options unlimited = without_limit(options_, document_);
    BudgetMeter meter(document_, printer_, unlimited, places_);
    std::vector<bool> all(document_.n_rows(), true);
    std::vector<Pick> picks;
    for (const GreedyPick& choice : pick_greedily(document_, all, false, objective_.get(), &meter, cancel_)) {
      picks.push_back(as_pick(choice));
    }
    for (std::uint32_t unit = 0; unit < document_.n_units(); ++unit) {
      const Reason reason = document_.reason(unit);
      if (reason != Reason::candidate && reason != Reason::blank) picks.push_back({unit, 0, 0, 1, 0});
    }
    return picks;
  }

  /// Tokens of a whole may be more than those of its parts: the last pick goes while they are too many. False if the
  /// included units alone are.
  bool drop_excess_tokens(const BudgetMeter& meter, std::vector<Pick>* picks) const {
    // One pick was counted by itself.
    while (picks->size() > 1 && !meter.fits_tokens(printed(*picks))) {
      if (picks->size() <= wishes_.include.size()) return false;
      picks->pop_back();
    }
    return true;
  }

  std::string printed(const std::vector<Pick>& picks) const {
    Units units;
    for (const Pick& pick : picks) units.push_back(pick.unit);
    std::sort(units.begin(), units.end(), [&](std::uint32_t a, std::uint32_t b) { return places_[a] < places_[b]; });
    return printer_.join(units);
  }

  /// Nothing fits: the best sentence, cut if that is wanted and possible.
  Summary fall_back(const BudgetMeter& meter) {
    std::uint32_t best = no_row;
    double most = 0;
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
      const double gain = usable_[row] ? objective_->gain(row) : 0;
      if (usable_[row] && (best == no_row || gain > most)) {
        best = row;
        most = gain;
      }
    }
    const Pick pick = as_pick(greedy_pick(best, most));
    if (!options_.cut) return finish(Status::over_budget, {pick});
    return cut(meter, pick);
  }

  Summary cut(const BudgetMeter& meter, const Pick& pick) {
    const Span whole = document_.unit(pick.unit).span;
    const std::span<const Word> words = document_.words(pick.unit);
    const auto prefix = [&](std::size_t n_words) { return Span{whole.begin, words[n_words - 1].span.end}; };
    std::size_t fits = 0;
    for (std::size_t too_many = words.size() + 1; too_many - fits > 1;) {
      const std::size_t middle = fits + (too_many - fits) / 2;
      (meter.fits_prefix(printer_.span(prefix(middle)), middle) ? fits : too_many) = middle;
    }
    if (fits == 0) return finish(Status::over_budget, {pick});
    Summary summary = finish(Status::cut, {pick});
    summary.sentences.front().span = prefix(fits);
    summary.n_words = fits;
    return summary;
  }

  /// The coverage after each pick, and all that a caller sees.
  Summary finish(Status status, std::vector<Pick> picks) const {
    Summary summary;
    summary.status = status;
    summary.scores.assign(document_.n_units(), 0);
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row)
      summary.scores[document_.candidates()[row]] = scores_[row];
    Covered covered(document_.n_concepts(), 0);
    double weight = 0;
    for (Pick& pick : picks) {
      const std::uint32_t row = row_of(document_, pick.unit);
      if (row != no_row) {
        pick.weight = uncovered_weight(document_, model_, covered, row);
        for (const std::uint32_t concept_id : document_.concepts(row)) covered[concept_id] = 1;
      }
      weight += pick.weight;
      pick.coverage = model_.total > 0 ? std::min(1.0, weight / model_.total) : 1;
      summary.sentences.push_back(
          {pick.unit, document_.unit(pick.unit).span, summary.scores[pick.unit], row == no_row ? 0 : ranks_[row]});
      summary.n_words += document_.n_words(pick.unit);
    }
    if (!picks.empty()) summary.coverage = status == Status::whole_text ? 1 : picks.back().coverage;
    summary.picks = std::move(picks);
    std::sort(summary.sentences.begin(), summary.sentences.end(),
              [&](const Chosen& a, const Chosen& b) { return places_[a.unit] < places_[b.unit]; });
    return summary;
  }

  const Document& document_;
  const Options& options_;
  const Wishes wishes_;
  const Cancel& cancel_;
  const Method& method_;
  const Printer printer_;
  const CoverModel model_;
  std::vector<double> scores_;  // one per row
  const std::unique_ptr<Objective> objective_;
  const std::vector<std::uint32_t> ranks_;  // one per row
  const Places places_;
  const std::vector<bool> usable_;  // one per row
};

}  // namespace

Summary summarize(const Document& document, const Options& options, const Wishes& wishes, Workspace* workspace,
                  const Cancel& cancel) {
  cancel.check();
  if (document.n_rows() == 0) {
    Summary blank;
    blank.scores.assign(document.n_units(), 0);
    return blank;
  }
  return Summarizer(document, options, wishes, workspace, cancel).run();
}

CoverageCurve coverage_curve(const Document& document, const Options& options, const Wishes& wishes,
                             Workspace* workspace, const Cancel& cancel) {
  cancel.check();
  if (document.n_rows() == 0) return {};
  const Options unlimited = without_limit(options, document);
  std::vector<Pick> picks = Summarizer(document, unlimited, wishes, workspace, cancel).run_on();
  const std::uint32_t knee = find_knee(picks);
  return {std::move(picks), knee};
}

void prepare() {
  prepare_icu();
  Workspace workspace;
  AnalysisOptions english;
  english.language = "en";
  const Document document("A sentence.", english, &workspace, Cancel());
  (void)summarize(document, {}, {}, &workspace, Cancel());
}

}  // namespace tersely
