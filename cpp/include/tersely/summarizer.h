/// Summarizes an analysed text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/document.h"
#include "tersely/options.h"
#include "tersely/summary.h"
#include "tersely/workspace.h"

namespace tersely {

/// What the reader knows already, so that the summary tells what is new. Only the method "cover" uses it.
struct Seen {
  std::vector<const Document*> documents;  // what they say weighs less, the more often they say it
  std::vector<std::string> sentences;      // what these say (for example an earlier summary) weighs nothing

  bool empty() const { return documents.empty() && sentences.empty(); }
};

/// Units that must be in the summary and units that must not. Required units are picked before all others, in ascending
/// order, even if they are not candidates.
struct Constraints {
  std::vector<std::uint32_t> include;
  std::vector<std::uint32_t> exclude;
  Seen seen = {};
};

/// Chooses sentences. If the document has several sources, sentences are damped by their place in their own source, and
/// vote for earlier ones of it; sentences of other sources vote for all that resemble them. The result depends only on
/// the arguments, never on randomness, time or threads. Throws InvalidOption (constraints, title, query, relevance,
/// vectors, seen), LimitExceeded (max_sentences), SummaryTimeout, and what count_tokens throws. Thread-safe. O(nnz log
/// nnz) on real text; see methods() for the cost of each method. The document keeps what does not depend on the
/// options. With a query, later summaries by `cover` cost O(rows + concepts
/// + postings of the query), plus the selection among the relevant rows.
///
///     const tersely::Document document(text);
///     tersely::Options options;
///     options.budget.sentences = 3;
///     std::cout << tersely::print(document, text, tersely::summarize(document, options)) << '\n';
///
/// `workspace`: may be null. One per thread avoids repeated allocation if many texts are summarized.
Summary summarize(const Document& document, const Options& options = {}, const Constraints& constraints = {},
                  Workspace* workspace = nullptr, const Cancel& cancel = Cancel());

/// The choices for every number of sentences, computed together.
struct CoverageCurve {
  /// The first k picks are the choice of `sentences = k`. Included units are first, and are always part of it.
  std::vector<Pick> picks;
  /// The number of sentences after which one more adds less than the average sentence does: the k whose share of the
  /// final coverage is furthest above k / picks.size() (Satopaa et al. 2011), the smaller k if two are equal. At least
  /// 1 if there are picks, otherwise 0.
  std::uint32_t knee = 0;
};

/// Ignores the budgets of the options. Throws what summarize() throws. Thread-safe. Costs as much as a summary of all
/// candidates.
CoverageCurve coverage_curve(const Document& document, const Options& options = {}, const Constraints& constraints = {},
                             Workspace* workspace = nullptr, const Cancel& cancel = Cancel());

/// Makes fork() safe: summarizes a short text, so that shared data is loaded. After that, the process may fork while
/// other threads summarize, and the child may summarize too, since it inherits no locked mutex. Some data is still
/// loaded on first use (the words of a language, ICU's dictionaries). That takes no mutex, or one that fork() waits
/// for. fork() also waits for running calls of ICU's word iterator.
void prepare();

}  // namespace tersely
