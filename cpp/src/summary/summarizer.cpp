#include "tersely/summarizer.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "methods/problem.h"
#include "selection/budget.h"
#include "selection/renderer.h"
#include "summary/chooser.h"
#include "tersely/tersely.h"
#include "text/icu.h"
#include "text/word_iterator.h"

namespace tersely {
namespace {

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

/// A later divisor has to cover more than this in addition, so that rounding errors decide nothing.
constexpr double same_coverage = 1e-9;

/// The choice of one divisor. `start`: none for Divisor::root, whose start the problem has.
struct Attempt {
  Divisor divisor = Divisor::root;
  std::optional<Start> start;
  Choice choice;
};

/// The attempt that covers most; of equal ones the first.
Attempt* find_best(std::vector<Attempt>* attempts) {
  Attempt* best = &attempts->front();
  for (Attempt& attempt : *attempts) {
    if (attempt.choice.coverage() > best->choice.coverage() + same_coverage) best = &attempt;
  }
  return best;
}

/// No sentences: the text is blank, or nothing in it matches.
Summary nothing(const AnalysedText& document) {
  Summary summary;
  summary.scores.assign(document.n_units(), 0);
  return summary;
}

bool may_choose(const Problem& problem) {
  const std::vector<bool>& usable = problem.usable;
  return !problem.constraints.include.empty() || std::find(usable.begin(), usable.end(), true) != usable.end();
}

/// All fields of the summary but its flags.
Summary make_summary(const Problem& problem, const Start& start, Choice choice) {
  const AnalysedText& document = problem.document;
  Summary summary;
  summary.status = choice.status;
  summary.scores.assign(document.n_units(), 0);
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    summary.scores[document.candidates()[row]] = start.scores[row];
  }
  const std::vector<std::uint32_t> ranks = rank_rows(start.scores);
  summary.sentences.reserve(choice.picks.size());
  for (const Pick& pick : choice.picks) {
    const std::uint32_t row = document.row_of(pick.unit);
    summary.sentences.push_back({pick.unit, document.unit(pick.unit).span, summary.scores[pick.unit],
                                 row == AnalysedText::no_row ? 0 : ranks[row], false, problem.relevance.of_row(row)});
    summary.n_words += document.n_words(pick.unit);
  }
  if (choice.kept_words > 0) {
    Chosen& last = summary.sentences.back();
    last.cut = true;
    last.span = document.beginning(last.unit, choice.kept_words);
    summary.n_words -= document.n_words(last.unit) - choice.kept_words;
  }
  summary.coverage = choice.status == Status::whole_text ? 1 : choice.coverage();
  summary.picks = std::move(choice.picks);
  std::sort(summary.sentences.begin(), summary.sentences.end(), [&](const Chosen& a, const Chosen& b) {
    return start.print_order.place(a.unit) < start.print_order.place(b.unit);
  });
  return summary;
}

/// The choice of the divisor that covers most. If everything fits, or nothing does, the divisor does not matter. Only a
/// choice that may be the best is fitted, because that may count the tokens of the printed summary.
Summary choose_best(const Problem& problem) {
  if (!may_choose(problem)) return nothing(problem.document);
  const Renderer renderer(problem.document);
  const BudgetMeter empty(problem.document, renderer, problem.options, problem.start.print_order,
                          problem.constraints.include);
  const auto start_of = [&](const Attempt& attempt) -> const Start& {
    return attempt.start ? *attempt.start : problem.start;
  };
  const auto chooser_of = [&](const Attempt& attempt) {
    return Chooser(problem, start_of(attempt), renderer, empty.with(start_of(attempt).print_order));
  };
  std::vector<Attempt> attempts(1);
  attempts[0].choice = chooser_of(attempts[0]).choose();
  if (attempts[0].choice.status == Status::ok || attempts[0].choice.status == Status::cut) {
    for (const Divisor divisor : {Divisor::one, Divisor::length}) {
      std::optional<Start> start = problem.start_with(divisor);
      if (!start) break;
      attempts.push_back({divisor, std::move(start), {}});
      attempts.back().choice = chooser_of(attempts.back()).choose_some();
    }
  }
  Attempt* best = find_best(&attempts);
  for (; !best->choice.fitted; best = find_best(&attempts)) {
    best->choice = chooser_of(*best).fit(std::move(best->choice));
  }
  Summary summary = make_summary(problem, start_of(*best), std::move(best->choice));
  summary.divisor = best->divisor;
  return summary;
}

}  // namespace

Summary summarize(const Document& document, const Options& options, const Constraints& constraints,
                  Workspace* workspace, const Cancel& cancel) {
  cancel.check();
  check_tokens(options);
  if (document.parts().n_rows() == 0) {
    check_constraints(document.parts(), constraints);
    return nothing(document.parts());
  }
  const Problem problem(document.parts(), options, constraints, workspace, cancel);
  Summary summary = choose_best(problem);
  if (problem.relevance.unmatched()) summary.flags |= flag_query_unmatched;
  return summary;
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
  const Problem problem(document.parts(), unlimited, constraints, workspace, cancel);
  if (!may_choose(problem)) return {};
  const Renderer renderer(document.parts());
  const BudgetMeter empty(document.parts(), renderer, unlimited, problem.start.print_order);
  std::vector<Pick> picks = Chooser(problem, problem.start, renderer, empty).choose_all();
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
