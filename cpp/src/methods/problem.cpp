#include "methods/problem.h"

#include <span>
#include <string>
#include <utility>

#include "analysis/workspace_or_own.h"
#include "methods/seen.h"
#include "tersely/error.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr double title_factor = 2;

/// The terms of the title, or of the headings at the starts of the sources.
TermPrior prior_of_title(const AnalysedText& document, const Options& options, Workspace* workspace) {
  if (options.title && !is_valid_utf8(*options.title)) throw InvalidOption("title", *options.title, "UTF-8");
  const std::vector<std::uint32_t> terms = options.title
                                               ? document.terms_of(*options.title, WorkspaceOrOwn(workspace).get())
                                               : document.terms_of_leading_headings();
  TermPrior prior;
  for (const std::uint32_t term : terms) prior.entries.push_back({term, title_factor});
  return prior;
}

/// The rows that may be in the summary.
std::vector<bool> rows_in_reach(const AnalysedText& document, std::vector<bool> allowed,
                                const Constraints& constraints) {
  for (const std::uint32_t unit : constraints.include) {
    if (const std::uint32_t row = document.row_of(unit); row != AnalysedText::no_row) allowed[row] = true;
  }
  return allowed;
}

/// The rows that are allowed and relevant. If nothing is relevant, all allowed ones or none.
std::vector<bool> usable_rows(std::vector<bool> rows, const Relevance& relevance, Unmatched unmatched) {
  if (relevance.unmatched() && unmatched == Unmatched::empty) rows.assign(rows.size(), false);
  for (std::size_t row = 0; row < relevance.rows.size(); ++row) {
    if (relevance.rows[row] == 0) rows[row] = false;
  }
  return rows;
}

ConceptWeights weigh(const AnalysedText& document, const TermPrior& prior, const Relevance& relevance,
                     const Constraints& constraints, const Options& options, Workspace* workspace,
                     const Cancel& cancel) {
  const Position position = options.cover.position;
  const auto weigh_by = [&](std::span<const double> votes) {
    return weigh_concepts(document, votes, prior, relevance.factors, position);
  };
  ConceptWeights weights =
      options.vectors ? weigh_by(votes_by(*options.vectors, document, cancel)) : weigh_by(document.votes(cancel));
  discount_seen(document, constraints.seen, position, workspace, cancel, &weights);
  return weights;
}

const Options& checked(const Options& options) {
  check_tokens(options);
  return options;
}

/// Throws InvalidOption if the method cannot use what was seen.
const Method& choose_method(const Options& options, const Constraints& constraints) {
  const Method& method = find_method(options.method);
  if (!constraints.seen.empty() && !method.heeds_seen) {
    throw InvalidOption(
        "seen", "[...]",
        "left out with method=\"" + std::string(method.info.name) + "\": only the method cover uses it");
  }
  return method;
}

Start make_start(const AnalysedText& document, Order order, std::unique_ptr<Objective> objective) {
  std::vector<double> scores = objective->scores(document.n_rows());
  return {document, order, std::move(objective), std::move(scores)};
}

}  // namespace

Start::Start(const AnalysedText& document, Order order, std::unique_ptr<const Objective> the_objective,
             std::vector<double> the_scores)
    : objective(std::move(the_objective)), scores(std::move(the_scores)), print_order(document, order, scores) {}

Problem::Problem(const AnalysedText& the_document, const Options& the_options, const Constraints& given,
                 Workspace* workspace, const Cancel& the_cancel)
    : document(the_document),
      options(checked(the_options)),
      cancel(the_cancel),
      method(choose_method(options, given)),
      vectors(read_vectors(document, options.vectors)),
      constraints(check_constraints(document, given)),
      allowed(allowed_rows(document, options, constraints)),
      relevance(find_relevance(document, options.query, rows_in_reach(document, allowed, constraints), workspace)),
      usable(usable_rows(allowed, relevance, options.query.unmatched)),
      prior(prior_of_title(document, options, workspace)),
      concepts(weigh(document, prior, relevance, constraints, options, workspace, cancel)),
      start(make_start(document, options.order, method.make_objective(*this))) {}

std::optional<Start> Problem::start_with(Divisor divisor) const {
  std::unique_ptr<Objective> objective = divisor == Divisor::root ? nullptr : start.objective->with(divisor);
  if (!objective) return std::nullopt;
  return make_start(document, options.order, std::move(objective));
}

}  // namespace tersely
