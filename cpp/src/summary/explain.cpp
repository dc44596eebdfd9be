#include "tersely/explain.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

#include "methods/problem.h"
#include "selection/budget.h"
#include "selection/dangling.h"
#include "selection/renderer.h"
#include "support/sort_unique.h"
#include "text/white_space.h"

namespace tersely {
namespace {

constexpr std::size_t max_voters = 5;
constexpr std::size_t max_uncovered = 20;
constexpr double alike = 0.3;   // cosine at which another source says the same
constexpr double mostly = 0.5;  // share of a row's weight above which the row counts as covered

/// By weight, the earlier unit first if equal.
void sort_heaviest_first(std::vector<WeighedUnit>* units) {
  std::sort(units->begin(), units->end(), [](const WeighedUnit& a, const WeighedUnit& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.unit < b.unit;
  });
}

/// The sources of the sentences that were dropped because a candidate has the same text.
class RepeatedTexts {
 public:
  /// O(bytes).
  explicit RepeatedTexts(const AnalysedText& document) : document_(document) {
    if (document.sources().size() < 2) return;
    for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) {
      if (document.reason(unit) == Reason::repeated) sources_[text(unit)].push_back(document.source_of_unit(unit));
    }
  }

  std::vector<std::uint32_t> of(std::uint32_t unit) const {
    const auto found = sources_.find(text(unit));
    return found == sources_.end() ? std::vector<std::uint32_t>() : found->second;
  }

 private:
  std::string text(std::uint32_t unit) const {
    return collapse_white_space(document_.unit(unit).span.of(document_.text()));
  }

  const AnalysedText& document_;
  std::map<std::string, std::vector<std::uint32_t>> sources_;
};

std::uint32_t count_sources(const AnalysedText& document) {
  const auto sources = document.sources();
  return static_cast<std::uint32_t>(
      std::count_if(sources.begin(), sources.end(), [](const Source& source) { return source.units.size() > 0; }));
}

/// Repeats the selection pick by pick, and examines the other rows at each pick.
class Explainer {
 public:
  /// `start`: with the divisor of the summary.
  Explainer(const Problem& problem, const Start& start, const Summary& summary)
      : problem_(problem),
        document_(problem.document),
        summary_(summary),
        renderer_(document_),
        unlimited_(without_limit(problem.options, document_)),
        anything_goes_(summary.status == Status::whole_text ||
                       (summary.status == Status::over_budget && problem.constraints.include.empty())),
        meter_(document_, renderer_, anything_goes_ ? unlimited_ : problem.options, start.print_order,
               problem.constraints.include),
        open_(summary.status == Status::whole_text ? std::vector<bool>(document_.n_rows(), true) : problem.usable),
        forms_(document_.concept_forms()),
        repeated_(document_),
        unit_rows_(problem.vectors ? SparseMatrix() : normalize_rows(document_.tfidf())),
        columns_(unit_rows_.transpose()),
        objective_(start.objective->clone()),
        covered_by_(document_.n_concepts(), AnalysedText::no_row),
        similarity_(document_.n_rows(), 0) {}

  Explanation run() {
    explanation_.total_weight = problem_.concepts.total;
    explanation_.n_sources = count_sources(document_);
    explanation_.units.resize(document_.n_units());
    bounds_.resize(document_.n_rows());
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) bounds_[row] = objective_->gain(row);
    passed_over_.assign(document_.n_rows(), false);
    fits_.assign(document_.n_rows(), true);
    double before = 0;
    for (std::size_t i = 0; i < summary_.picks.size(); ++i) {
      problem_.cancel.check();
      explanation_.picks.push_back(explain_pick(i, before));
      before = explanation_.picks.back().pick.coverage;
    }
    // Coverage at the end is 1 by definition, whatever the rounding of the sum is.
    if (!summary_.picks.empty()) explanation_.picks.back().pick.coverage = summary_.coverage;
    for (std::uint32_t unit = 0; unit < document_.n_units(); ++unit) explain_unit(unit);
    explanation_.uncovered = uncovered_concepts();
    return std::move(explanation_);
  }

 private:
  PickExplanation explain_pick(std::size_t i, double coverage_before) {
    PickExplanation result;
    result.pick = summary_.picks[i];
    result.coverage_before = coverage_before;
    const std::uint32_t unit = result.pick.unit;
    const std::uint32_t row = document_.row_of(unit);
    result.relevance = problem_.relevance.of_row(row);
    explanation_.units[unit] = {Verdict::chosen, {}, unit};
    if (row != AnalysedText::no_row) {
      open_[row] = false;
      result.runner_up = find_runner_up_of_pick(i, row);
      result.taken_for = referrer(result.pick);
      result.concepts = cover_concepts(row, unit);
      const std::vector<double> cosines = cosines_with(row);
      represent(row, cosines);
      result.voters = find_voters(row, cosines);
      result.said_by = sources_that_say(row, cosines);
      result.matched = matched_words(row);
      pick(row);
    }
    meter_.add(unit);
    return result;
  }

  void pick(std::uint32_t row) {
    objective_->pick(row);
    // Old gains have to stay upper bounds.
    if (const auto raised = objective_->raised_by(row)) bounds_[*raised] = objective_->gain(*raised);
  }

  std::optional<Referrer> referrer(const Pick& pick) const {
    if (!pick.taken_for) return std::nullopt;
    return Referrer{*pick.taken_for, std::string(opening_of(document_, *pick.taken_for).text)};
  }

  bool is_taken_for_another(std::size_t i) const { return summary_.picks[i].taken_for.has_value(); }

  /// None for picks that were required or taken together with others. The first of those taken together stands for all
  /// when it comes to what would have been better but did not fit.
  std::optional<WeighedUnit> find_runner_up_of_pick(std::size_t i, std::uint32_t row) {
    const bool asked_for = summary_.status != Status::whole_text && i < problem_.constraints.include.size();
    const bool continues = i > 0 && is_taken_for_another(i - 1);
    if (asked_for || continues) return std::nullopt;
    if (!is_taken_for_another(i)) return find_runner_up(row, summary_.picks[i].gain);
    std::size_t last = i;
    while (last + 1 < summary_.picks.size() && is_taken_for_another(last + 1)) ++last;
    const std::uint32_t leader = document_.row_of(*summary_.picks[last].taken_for);
    open_[leader] = false;
    (void)find_runner_up(leader, objective_->gain(leader));
    open_[leader] = true;
    return std::nullopt;
  }

  /// Also records the rows that were better but did not fit. If gains only fall, an old gain is an upper bound.
  std::optional<WeighedUnit> find_runner_up(std::uint32_t picked, double gain) {
    std::uint32_t best = AnalysedText::no_row;
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
      if (!open_[row]) continue;
      if (fits_[row]) fits_[row] = meter_.fits(document_.candidates()[row]);
      const bool may_lead = fits_[row] ? best == AnalysedText::no_row || bounds_[row] > bounds_[best]
                                       : !passed_over_[row] && bounds_[row] >= gain;
      if (problem_.method.gains_only_fall && !may_lead) continue;
      bounds_[row] = objective_->gain(row);
      if (fits_[row]) {
        if (best == AnalysedText::no_row || bounds_[row] > bounds_[best]) best = row;
      } else if (bounds_[row] > gain || (bounds_[row] == gain && row < picked)) {
        passed_over_[row] = true;
      }
    }
    if (best == AnalysedText::no_row) return std::nullopt;
    return WeighedUnit{document_.candidates()[best], gain - bounds_[best]};
  }

  std::vector<WeighedConcept> cover_concepts(std::uint32_t row, std::uint32_t unit) {
    const std::uint32_t kept_words = words_kept(unit);
    std::vector<std::uint32_t> beginning;
    if (kept_words > 0) beginning = document_.concepts_of_beginning(row, kept_words);
    std::vector<std::uint32_t> fresh;
    for (const std::uint32_t id : kept_words > 0 ? beginning : document_.concepts(row)) {
      if (covered_by_[id] != AnalysedText::no_row) continue;
      covered_by_[id] = row;
      fresh.push_back(id);
    }
    sort_by_weight(&fresh);
    return tell(std::move(fresh));
  }

  /// The words of the speaker's label come first.
  std::vector<std::string> matched_words(std::uint32_t row) const {
    std::vector<std::string> words;
    std::vector<std::string> seen;
    if (problem_.relevance.query.keys.empty()) return words;
    const Unit& unit = document_.unit(document_.candidates()[row]);
    Workspace workspace;
    for (const Span part : {document_.has_transcript() ? document_.speakers(&workspace).label(row) : Span{},
                            Span{unit.content, unit.span.end}}) {
      for (const Words::Other& word : document_.read(part.of(document_.text()), &workspace)) {
        if (word.stop || !problem_.relevance.query.has(word.key)) continue;
        if (std::find(seen.begin(), seen.end(), word.key) != seen.end()) continue;
        seen.push_back(word.key);
        words.emplace_back(word.span.of(part.of(document_.text())));
      }
    }
    return words;
  }

  /// The number of words of a unit that are in the summary, if it is cut; else 0.
  std::uint32_t words_kept(std::uint32_t unit) const {
    for (const Chosen& chosen : summary_.sentences) {
      if (chosen.unit != unit || !chosen.cut) continue;
      const std::span<const Word> words = document_.words(unit);
      return static_cast<std::uint32_t>(std::count_if(
          words.begin(), words.end(), [&](const Word& word) { return word.span.end <= chosen.span.end; }));
    }
    return 0;
  }

  std::vector<WeighedConcept> uncovered_concepts() const {
    std::vector<std::uint32_t> left;
    for (std::uint32_t id = 0; id < document_.n_concepts(); ++id) {
      if (covered_by_[id] == AnalysedText::no_row) left.push_back(id);
    }
    sort_by_weight(&left);
    left.resize(std::min(left.size(), max_uncovered));
    return tell(std::move(left));
  }

  /// The heaviest first; the smaller id (the earlier concept) first if weights are equal.
  void sort_by_weight(std::vector<std::uint32_t>* ids) const {
    std::stable_sort(ids->begin(), ids->end(), [&](std::uint32_t a, std::uint32_t b) {
      return problem_.concepts.weights[a] > problem_.concepts.weights[b];
    });
  }

  /// Pairs with a stop word ("the village") come last because they say least to a reader.
  std::vector<WeighedConcept> tell(std::vector<std::uint32_t> ids) const {
    std::stable_partition(ids.begin(), ids.end(), [&](std::uint32_t id) { return !forms_[id].has_stop_word; });
    std::vector<WeighedConcept> concepts;
    concepts.reserve(ids.size());
    for (const std::uint32_t id : ids) concepts.push_back({forms_[id].text, problem_.concepts.weights[id]});
    return concepts;
  }

  std::vector<double> cosines_with(std::uint32_t picked) const {
    std::vector<double> cosines(document_.n_rows(), 0);
    if (problem_.vectors) {
      problem_.vectors->multiply_rows(picked, 0, cosines);
      return cosines;
    }
    for (SparseMatrix::InnerIterator term(unit_rows_, picked); term; ++term) {
      for (SparseMatrix::InnerIterator other(columns_, term.col()); other; ++other)
        cosines[static_cast<std::size_t>(other.col())] += term.value() * other.value();
    }
    return cosines;
  }

  /// Assigns to a picked row all rows that are more similar to it than to earlier picks.
  void represent(std::uint32_t picked, const std::vector<double>& cosines) {
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
      const std::uint32_t unit = document_.candidates()[row];
      const bool is_chosen = row == picked || explanation_.units[unit].verdict == Verdict::chosen;
      if (is_chosen || cosines[row] <= similarity_[row]) continue;
      similarity_[row] = cosines[row];
      explanation_.units[unit].stands_for = document_.candidates()[picked];
    }
  }

  std::vector<WeighedUnit> find_voters(std::uint32_t picked, const std::vector<double>& cosines) const {
    std::vector<WeighedUnit> voters;
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
      if (row == picked || cosines[row] <= 0 || !may_vote(row, picked)) continue;
      voters.push_back({document_.candidates()[row], cosines[row]});
    }
    sort_heaviest_first(&voters);
    voters.resize(std::min(voters.size(), max_voters));
    return voters;
  }

  /// Empty if there is only one source.
  std::vector<std::uint32_t> sources_that_say(std::uint32_t picked, const std::vector<double>& cosines) const {
    if (document_.sources().size() < 2) return {};
    const std::uint32_t unit = document_.candidates()[picked];
    std::vector<std::uint32_t> sources = repeated_.of(unit);
    sources.push_back(document_.source_of_unit(unit));
    for (std::uint32_t row = 0; row < document_.n_rows(); ++row) {
      if (cosines[row] >= alike) sources.push_back(document_.source_of_unit(document_.candidates()[row]));
    }
    sort_unique(&sources);
    return sources;
  }

  bool may_vote(std::uint32_t row, std::uint32_t picked) const {
    const Voters voters = problem_.method.voters;
    if (voters == Voters::later) return row > picked || !document_.source_of_row(picked).rows.has(row);
    return voters == Voters::all;
  }

  void explain_unit(std::uint32_t unit) {
    UnitExplanation& result = explanation_.units[unit];
    if (result.verdict == Verdict::chosen) return;
    const std::uint32_t row = document_.row_of(unit);
    if (row == AnalysedText::no_row) return;
    result.verdict = judge(row);
    if (result.verdict == Verdict::covered) result.covered_by = coverers(row);
  }

  Verdict judge(std::uint32_t row) const {
    const std::uint32_t unit = document_.candidates()[row];
    if (std::binary_search(problem_.constraints.exclude.begin(), problem_.constraints.exclude.end(), unit))
      return Verdict::excluded;
    if (problem_.allowed[row] && !problem_.usable[row]) return Verdict::irrelevant;
    if (!open_[row]) return Verdict::title;
    if (passed_over_[row]) return Verdict::budget;
    if (mostly_covered(row)) return Verdict::covered;
    // A selection ends when the budget is full; otherwise because nothing else fits.
    const bool too_long = summary_.status == Status::over_budget || !meter_.filled();
    return too_long ? Verdict::budget : Verdict::gained_less;
  }

  bool mostly_covered(std::uint32_t row) const {
    if (!objective_->heeds_picks()) return false;
    double all = 0;
    double covered = 0;
    for (const std::uint32_t id : document_.concepts(row)) {
      all += problem_.concepts.weights[id];
      if (covered_by_[id] != AnalysedText::no_row) covered += problem_.concepts.weights[id];
    }
    return covered > mostly * all;
  }

  std::vector<std::uint32_t> coverers(std::uint32_t row) const {
    std::vector<WeighedUnit> shares;
    for (const PickExplanation& explained : explanation_.picks) shares.push_back({explained.pick.unit, 0});
    for (const std::uint32_t id : document_.concepts(row)) {
      if (covered_by_[id] == AnalysedText::no_row) continue;
      const std::uint32_t unit = document_.candidates()[covered_by_[id]];
      std::find_if(shares.begin(), shares.end(), [&](const WeighedUnit& share) {
        return share.unit == unit;
      })->weight += problem_.concepts.weights[id];
    }
    sort_heaviest_first(&shares);
    std::vector<std::uint32_t> units;
    for (const WeighedUnit& share : shares) {
      if (share.weight > 0) units.push_back(share.unit);
    }
    return units;
  }

  const Problem& problem_;
  const AnalysedText& document_;
  const Summary& summary_;
  const Renderer renderer_;
  const Options unlimited_;
  const bool anything_goes_;  // everything fits, or nothing does
  BudgetMeter meter_;
  std::vector<bool> open_;  // rows that may still be picked
  const std::vector<AnalysedText::ConceptForm> forms_;
  const RepeatedTexts repeated_;
  const SparseMatrix unit_rows_;  // empty with vectors
  const SparseMatrix columns_;
  const std::unique_ptr<Objective> objective_;

  std::vector<std::uint32_t> covered_by_;  // per concept: the first row that covers it, or AnalysedText::no_row
  std::vector<double> similarity_;         // per row: its cosine with the pick that stands for it
  std::vector<double> bounds_;             // per row: its gain when last computed
  std::vector<bool> fits_;                 // false for good once it did not fit
  std::vector<bool> passed_over_;
  Explanation explanation_;
};

}  // namespace

std::string_view to_string(Verdict verdict) {
  static constexpr std::array<std::string_view, 8> names = {"chosen", "no_candidate", "excluded", "title",
                                                            "budget", "irrelevant",   "covered",  "gained_less"};
  return names[static_cast<std::size_t>(verdict)];
}

Explanation explain(const Document& document, const Options& options, const Constraints& constraints,
                    const Summary& summary, Workspace* workspace, const Cancel& cancel) {
  if (document.parts().n_rows() == 0) {
    Explanation nothing;
    nothing.units.resize(document.n_units());
    nothing.n_sources = count_sources(document.parts());
    return nothing;
  }
  const Problem problem(document.parts(), options, constraints, workspace, cancel);
  const std::optional<Start> other = problem.start_with(summary.divisor);
  return Explainer(problem, other ? *other : problem.start, summary).run();
}

}  // namespace tersely
