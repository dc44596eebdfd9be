#include "methods/problem.h"

#include "analysis/workspace_or_own.h"
#include "tersely/error.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr double title_factor = 2;

/// The terms of the title, or of a leading heading.
TermPrior prior_of_title(const AnalysedText& document, const Options& options, Workspace* workspace) {
  if (options.title && !is_valid_utf8(*options.title)) throw InvalidOption("title", *options.title, "UTF-8");
  const std::vector<std::uint32_t> terms = options.title
                                               ? document.terms_of(*options.title, WorkspaceOrOwn(workspace).get())
                                               : document.terms_of_leading_heading();
  TermPrior prior;
  for (const std::uint32_t term : terms) prior.entries.push_back({term, title_factor});
  return prior;
}

}  // namespace

Problem::Problem(const AnalysedText& the_document, const Options& the_options, const Constraints& given,
                 Workspace* workspace, const Cancel& the_cancel)
    : document(the_document),
      options(the_options),
      cancel(the_cancel),
      method(find_method(options.method)),
      constraints(check_constraints(document, given)),
      prior(prior_of_title(document, options, workspace)),
      concepts(weigh_concepts(document, prior, options.cover.position, cancel)),
      usable(usable_rows(document, options, constraints)),
      start(method.make_objective(*this)),
      scores(start->scores(document.n_rows())),
      ranks(rank_rows(scores)),
      print_order(document, options.order, ranks) {}

}  // namespace tersely
