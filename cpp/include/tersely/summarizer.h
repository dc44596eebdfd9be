/// The whole way: a document and options to a summary.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tersely/document.h"
#include "tersely/options.h"
#include "tersely/summary.h"
#include "tersely/workspace.h"

namespace tersely {

/// Units that must be in the summary (picked first, in ascending order, whether candidates or not) and units that must
/// not.
struct Constraints {
  std::vector<std::uint32_t> include;
  std::vector<std::uint32_t> exclude;
};

/// Chooses sentences. A choice is a function of the document and the options alone: no randomness, no clock, no thread
/// has a say. Throws InvalidOption (constraints), LimitExceeded (max_sentences), SummaryTimeout, and what count_tokens
/// throws. Thread-safe. O(nnz log nnz) on real text; see methods() for the cost of each method.
///
///     const tersely::Document document(text);
///     tersely::Options options;
///     options.budget.sentences = 3;
///     std::cout << tersely::print(document, text, tersely::summarize(document, options)) << '\n';
///
/// `workspace`: one per thread spares memory where many texts are summarised; null for one of its own.
Summary summarize(const Document& document, const Options& options = {}, const Constraints& constraints = {},
                  Workspace* workspace = nullptr, const Cancel& cancel = Cancel());

/// The choices for every number of sentences at once.
struct CoverageCurve {
  /// The first k are the choice of `sentences = k`; included units are first, and always in.
  std::vector<Pick> picks;
  /// Where one more sentence begins to add less than the average one does: the k whose share of the final coverage is
  /// furthest above k / picks.size() (Satopaa et al. 2011, from no sentence on), ties to the smaller. 0 of none.
  std::uint32_t knee = 0;
};

/// Ignores the budgets of the options. Throws what summarize() throws, and is as thread-safe. Costs what a summary of
/// all candidates does.
CoverageCurve coverage_curve(const Document& document, const Options& options = {}, const Constraints& constraints = {},
                             Workspace* workspace = nullptr, const Cancel& cancel = Cancel());

/// Goes the whole way once. From then on the process may fork while other threads summarise, and the child may
/// summarise too: it inherits no locked mutex. What is still loaded on first use (the words of a language, ICU's
/// dictionaries) takes none, or one that fork() waits for, as it does for all runs of ICU's word iterator that are
/// under way.
void prepare();

}  // namespace tersely
