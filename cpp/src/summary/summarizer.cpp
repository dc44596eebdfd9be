#include "tersely/summarizer.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

#include "methods/concept_weights.h"
#include "methods/problem.h"
#include "selection/budget.h"
#include "selection/greedy.h"
#include "selection/renderer.h"
#include "tersely/tersely.h"
#include "text/icu.h"
#include "text/word_iterator.h"

namespace tersely {
namespace {

using Units = std::vector<std::uint32_t>;

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

/// One selection in progress.
class Summarizer {
 public:
  explicit Summarizer(const Problem& problem)
      : problem_(problem), document_(problem.document), renderer_(document_), objective_(problem.start->clone()) {}

  Summary run() {
    const BudgetMeter empty(document_, renderer_, problem_.options, problem_.print_order);
    if (problem_.constraints.exclude.empty() && empty.fits_whole_text())
      return finish(Status::whole_text, pick_everything());
    const bool all_fit = empty.fits_all(allowed_units());
    BudgetMeter meter = empty;
    std::vector<Pick> picks = include(&meter);
    if (meter.exceeded()) return finish(Status::over_budget, std::move(picks));
    for (const Pick& next : pick(problem_.usable, all_fit ? Until::nothing_fits : Until::filled, &meter))
      picks.push_back(next);
    if (picks.empty()) return fall_back(empty);
    const std::size_t n_picks = picks.size();
    if (!drop_excess_tokens(empty, &picks)) return finish(Status::over_budget, std::move(picks));
    const Status status = all_fit && picks.size() == n_picks ? Status::all_candidates : Status::ok;
    return finish(status, std::move(picks));
  }

  /// All rows that may be picked, with a budget that is never filled.
  std::vector<Pick> run_on() {
    BudgetMeter meter(document_, renderer_, problem_.options, problem_.print_order);
    std::vector<Pick> picks = include(&meter);
    for (const Pick& next : pick(problem_.usable, Until::nothing_fits, &meter)) picks.push_back(next);
    return finish(Status::all_candidates, std::move(picks)).picks;
  }

 private:
  /// Included units and usable rows: all units that may be in the summary.
  Units allowed_units() const {
    Units units = problem_.constraints.include;
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
      if (problem_.usable[row]) units.push_back(document_.candidates()[row]);
    }
    return units;
  }

  std::vector<Pick> pick(const std::vector<bool>& usable, Until until, BudgetMeter* meter) {
    const auto greedily = problem_.method.gains_only_fall ? pick_lazily : pick_exhaustively;
    std::vector<Pick> picks;
    for (const GreedyPick& choice : greedily(document_, usable, until, objective_.get(), meter, problem_.cancel)) {
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
    for (const std::uint32_t unit : problem_.constraints.include) {
      const std::uint32_t row = document_.row_of(unit);
      picks.push_back(row == AnalysedText::no_row ? Pick{unit, 0, 0, 1, 0}
                                                  : as_pick(greedy_pick(row, objective_->gain(row))));
      if (row != AnalysedText::no_row) objective_->pick(row);
      meter->add(unit);
    }
    return picks;
  }

  /// All units: the candidates in the order in which they would be picked, then the others.
  std::vector<Pick> pick_everything() {
    const Options unlimited = without_limit(problem_.options, document_);
    BudgetMeter meter(document_, renderer_, unlimited, problem_.print_order);
    const std::vector<bool> all(document_.n_rows(), true);
    std::vector<Pick> picks = pick(all, Until::nothing_fits, &meter);
    for (std::uint32_t unit = 0; unit < document_.n_units(); ++unit) {
      const Reason reason = document_.reason(unit);
      if (reason != Reason::candidate && reason != Reason::blank) picks.push_back({unit, 0, 0, 1, 0});
    }
    return picks;
  }

  /// A summary may have more tokens than the sum of its sentences. Drops the last pick while there are too many. False
  /// if the included units alone have too many.
  bool drop_excess_tokens(const BudgetMeter& meter, std::vector<Pick>* picks) const {
    // A single pick was counted exactly.
    while (picks->size() > 1 && !meter.fits_tokens(printed(*picks))) {
      if (picks->size() <= problem_.constraints.include.size()) return false;
      picks->pop_back();
    }
    return true;
  }

  std::string printed(const std::vector<Pick>& picks) const {
    Units units;
    for (const Pick& pick : picks) units.push_back(pick.unit);
    problem_.print_order.sort(&units);
    return renderer_.join(units);
  }

  /// Nothing fits: takes the best sentence, cut if that is wanted and possible.
  Summary fall_back(const BudgetMeter& meter) {
    std::uint32_t best = AnalysedText::no_row;
    double largest = 0;
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
      const double gain = problem_.usable[row] ? objective_->gain(row) : 0;
      if (problem_.usable[row] && (best == AnalysedText::no_row || gain > largest)) {
        best = row;
        largest = gain;
      }
    }
    const Pick pick = as_pick(greedy_pick(best, largest));
    if (!problem_.options.cut) return finish(Status::over_budget, {pick});
    return cut(meter, pick);
  }

  Summary cut(const BudgetMeter& meter, const Pick& pick) {
    const Span whole = document_.unit(pick.unit).span;
    const std::span<const Word> words = document_.words(pick.unit);
    const auto prefix = [&](std::size_t n_words) { return Span{whole.begin, words[n_words - 1].span.end}; };
    std::size_t fits = 0;
    for (std::size_t too_many = words.size() + 1; too_many - fits > 1;) {
      const std::size_t middle = fits + (too_many - fits) / 2;
      (meter.fits_prefix(renderer_.span(prefix(middle)), middle) ? fits : too_many) = middle;
    }
    if (fits == 0) return finish(Status::over_budget, {pick});
    Summary summary = finish(Status::cut, {pick});
    summary.sentences.front().span = prefix(fits);
    summary.n_words = fits;
    return summary;
  }

  /// Computes the coverage after each pick, and all fields of the summary.
  Summary finish(Status status, std::vector<Pick> picks) const {
    Summary summary;
    summary.status = status;
    summary.scores.assign(document_.n_units(), 0);
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row)
      summary.scores[document_.candidates()[row]] = problem_.scores[row];
    Covered covered(document_.n_concepts(), 0);
    double weight = 0;
    for (Pick& pick : picks) {
      const std::uint32_t row = document_.row_of(pick.unit);
      if (row != AnalysedText::no_row) {
        pick.weight = uncovered_weight(document_, problem_.concepts, covered, row);
        for (const std::uint32_t concept_id : document_.concepts(row)) covered[concept_id] = 1;
      }
      weight += pick.weight;
      pick.coverage = problem_.concepts.total > 0 ? std::min(1.0, weight / problem_.concepts.total) : 1;
      summary.sentences.push_back({pick.unit, document_.unit(pick.unit).span, summary.scores[pick.unit],
                                   row == AnalysedText::no_row ? 0 : problem_.ranks[row]});
      summary.n_words += document_.n_words(pick.unit);
    }
    if (!picks.empty()) summary.coverage = status == Status::whole_text ? 1 : picks.back().coverage;
    summary.picks = std::move(picks);
    std::sort(summary.sentences.begin(), summary.sentences.end(), [&](const Chosen& a, const Chosen& b) {
      return problem_.print_order.place(a.unit) < problem_.print_order.place(b.unit);
    });
    return summary;
  }

  const Problem& problem_;
  const AnalysedText& document_;
  const Renderer renderer_;
  const std::unique_ptr<Objective> objective_;
};

}  // namespace

Summary summarize(const Document& document, const Options& options, const Constraints& constraints,
                  Workspace* workspace, const Cancel& cancel) {
  cancel.check();
  if (document.parts().n_rows() == 0) {
    Summary blank;
    blank.scores.assign(document.n_units(), 0);
    return blank;
  }
  return Summarizer(Problem(document.parts(), options, constraints, workspace, cancel)).run();
}

TextSummary summarize(std::string_view text, const Options& options) {
  const Cancel cancel(options.timeout);
  Workspace workspace;
  const Document document(text, options.analysis, &workspace, cancel);
  Summary summary = summarize(document, options, {}, &workspace, cancel);
  std::string printed = print(document, text, summary);
  return {std::move(printed), std::move(summary)};
}

CoverageCurve coverage_curve(const Document& document, const Options& options, const Constraints& constraints,
                             Workspace* workspace, const Cancel& cancel) {
  cancel.check();
  if (document.parts().n_rows() == 0) return {};
  const Options unlimited = without_limit(options, document.parts());
  std::vector<Pick> picks = Summarizer(Problem(document.parts(), unlimited, constraints, workspace, cancel)).run_on();
  const std::uint32_t knee = find_knee(picks);
  return {std::move(picks), knee};
}

void prepare() {
  prepare_icu();
  prepare_word_iterator();
  Workspace workspace;
  AnalysisOptions english;
  english.language = "en";
  const Document document("A sentence.", english, &workspace, Cancel());
  (void)summarize(document, {}, {}, &workspace, Cancel());
}

}  // namespace tersely
