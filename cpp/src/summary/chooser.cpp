#include "summary/chooser.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "methods/concept_weights.h"

namespace tersely {

Chooser::Chooser(const Problem& problem, const Start& start, const Renderer& renderer, BudgetMeter empty)
    : problem_(problem),
      document_(problem.document),
      start_(start),
      renderer_(renderer),
      empty_(std::move(empty)),
      objective_(start.objective->clone()) {}

Choice Chooser::choose() {
  const bool takes_all = problem_.constraints.exclude.empty() && problem_.usable == problem_.allowed;
  if (takes_all && empty_.fits_whole_text()) {
    return weigh({Status::whole_text, pick_everything()});
  }
  if (!empty_.fits_all(allowed_units())) return choose_some();
  Choice choice = choose_within(Until::nothing_fits);
  const std::size_t n_picks = choice.picks.size();
  if (!choice.fitted) choice = fit(std::move(choice));
  if (choice.status == Status::ok && choice.picks.size() == n_picks) choice.status = Status::all_candidates;
  return choice;
}

Choice Chooser::choose_some() { return choose_within(Until::filled); }

std::vector<Pick> Chooser::choose_all() {
  BudgetMeter meter = empty_;
  std::vector<Pick> picks = include(&meter);
  for (const Pick& next : pick(problem_.usable, Until::nothing_fits, &meter)) picks.push_back(next);
  return weigh({Status::all_candidates, std::move(picks)}).picks;
}

Choice Chooser::choose_within(Until until) {
  BudgetMeter meter = empty_;
  Choice choice{Status::ok, include(&meter)};
  if (meter.exceeded()) return weigh({Status::over_budget, std::move(choice.picks)});
  const std::vector<Pick> others = pick(problem_.usable, until, &meter);
  choice.picks.insert(choice.picks.end(), others.begin(), others.end());
  if (choice.picks.empty()) return fall_back();
  choice.exceeds = meter.exceeded();
  choice.fitted = !choice.exceeds && !empty_.counts_tokens();
  return weigh(std::move(choice));
}

Choice Chooser::fit(Choice choice) const {
  if (!make_fit(&choice)) {
    choice.status = Status::over_budget;
  } else if (choice.kept_words > 0) {
    choice.status = Status::cut;
  }
  choice.fitted = true;
  return weigh(std::move(choice));
}

/// Nothing fits: the best sentence.
Choice Chooser::fall_back() {
  std::uint32_t best = AnalysedText::no_row;
  double largest = 0;
  for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
    const double gain = problem_.usable[row] ? objective_->gain(row) : 0;
    if (problem_.usable[row] && (best == AnalysedText::no_row || gain > largest)) {
      best = row;
      largest = gain;
    }
  }
  return weigh({Status::over_budget, {as_pick(greedy_pick(best, largest))}});
}

/// Included units and usable rows: all units that may be in the summary.
std::vector<std::uint32_t> Chooser::allowed_units() const {
  std::vector<std::uint32_t> units = problem_.constraints.include;
  units.reserve(units.size() + document_.n_rows());
  for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
    if (problem_.usable[row]) units.push_back(document_.candidates()[row]);
  }
  return units;
}

std::vector<Pick> Chooser::include(BudgetMeter* meter) {
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

std::vector<Pick> Chooser::pick(const std::vector<bool>& usable, Until until, BudgetMeter* meter) {
  const auto greedily = problem_.method.gains_only_fall ? pick_lazily : pick_exhaustively;
  const std::vector<GreedyPick> chosen = greedily(document_, usable, until, objective_.get(), meter, problem_.cancel);
  std::vector<Pick> picks;
  picks.reserve(chosen.size());
  for (const GreedyPick& one : chosen) picks.push_back(as_pick(one));
  return picks;
}

/// All units: the candidates in the order in which they would be picked, then the others.
std::vector<Pick> Chooser::pick_everything() {
  const Options unlimited = without_limit(problem_.options, document_);
  BudgetMeter meter(document_, renderer_, unlimited, start_.print_order);
  const std::vector<bool> all(document_.n_rows(), true);
  std::vector<Pick> picks = pick(all, Until::nothing_fits, &meter);
  for (std::uint32_t unit = 0; unit < document_.n_units(); ++unit) {
    const Reason reason = document_.reason(unit);
    if (reason != Reason::candidate && reason != Reason::blank) picks.push_back({unit, 0, 0, 1, 0});
  }
  return picks;
}

/// The last pick may exceed the budget, and a summary may have more tokens than the sum of its sentences. Cuts the last
/// pick if that is wanted and possible, and drops it otherwise, until all fits. False if the included units alone have
/// too many tokens.
bool Chooser::make_fit(Choice* choice) const {
  std::vector<Pick>& picks = choice->picks;
  // A single pick was counted exactly.
  const auto has_too_many = [&] {
    return empty_.counts_tokens() && picks.size() > 1 && !empty_.fits_tokens(print(picks, 0));
  };
  while (choice->exceeds || has_too_many()) {
    if (picks.size() <= problem_.constraints.include.size()) return false;
    if (problem_.options.cut) choice->kept_words = find_beginning(picks);
    if (choice->kept_words > 0) return true;
    picks.pop_back();
    choice->exceeds = false;
  }
  return true;
}

/// The largest number of words of the last pick that fits; 0 if none does.
std::uint32_t Chooser::find_beginning(const std::vector<Pick>& picks) const {
  const std::uint32_t in_last = document_.n_words(picks.back().unit);
  std::uint64_t others = 0;
  for (const Pick& pick : picks) others += document_.n_words(pick.unit);
  others -= in_last;
  std::uint32_t fits = 0;
  for (std::uint32_t too_many = in_last + 1; too_many - fits > 1;) {
    const std::uint32_t middle = fits + (too_many - fits) / 2;
    (empty_.fits_printed(others + middle, [&] { return print(picks, middle); }) ? fits : too_many) = middle;
  }
  return fits;
}

/// `kept_words`: of the last pick; 0: all.
std::string Chooser::print(const std::vector<Pick>& picks, std::uint32_t kept_words) const {
  std::vector<std::uint32_t> units;
  units.reserve(picks.size());
  for (const Pick& pick : picks) units.push_back(pick.unit);
  std::optional<Beginning> cut;
  if (kept_words > 0) cut = {units.back(), document_.beginning(units.back(), kept_words)};
  start_.print_order.sort(&units);
  return renderer_.join(units, cut);
}

/// Computes what each pick covers.
Choice Chooser::weigh(Choice choice) const {
  Covered covered(document_.n_concepts(), 0);
  const double total = problem_.concepts.total;
  double weight = 0;
  for (Pick& pick : choice.picks) {
    const std::uint32_t row = document_.row_of(pick.unit);
    if (row != AnalysedText::no_row) {
      const bool cut = choice.kept_words > 0 && &pick == &choice.picks.back();
      std::vector<std::uint32_t> beginning;
      if (cut) beginning = document_.concepts_of_beginning(row, choice.kept_words);
      const std::span<const std::uint32_t> concepts = cut ? beginning : document_.concepts(row);
      pick.weight = uncovered_weight(problem_.concepts, covered, concepts);
      for (const std::uint32_t concept_id : concepts) covered[concept_id] = 1;
    }
    weight += pick.weight;
    pick.coverage = total > 0 ? std::min(1.0, weight / total) : 1;
  }
  return choice;
}

Pick Chooser::as_pick(const GreedyPick& choice) const {
  Pick pick{document_.candidates()[choice.row], choice.gain, 0, choice.divisor, 0, choice.factor};
  if (choice.taken_for) pick.taken_for = document_.candidates()[*choice.taken_for];
  return pick;
}

GreedyPick Chooser::greedy_pick(std::uint32_t row, double gain) const {
  return {row, gain, objective_->divisor(row), objective_->factor(row), std::nullopt};
}

}  // namespace tersely
