/// The words and phrases that say what a text is about, verbatim and with all their places.
#pragma once

#include <vector>

#include "tersely/cancel.h"
#include "tersely/document.h"
#include "tersely/options.h"
#include "tersely/text.h"

namespace tersely {

struct Keyphrase {
  Span form;                // its most frequent spelling, of equally frequent ones the first; one of `spans`
  double score = 0;         // in (0, 1]; the first has 1
  std::vector<Span> spans;  // of all its occurrences, ascending and disjoint; bytes
};

/// The keyphrases of a document, the best first. Only the `keyphrases` of the options are used.
///
/// A *run* is a sequence of words that no stop word, breaker (Language::is_breaker) or punctuation interrupts. A
/// *phrase* is any part of a run. Occurrences with equal keys (analyzer.h) are the same phrase. Words joined by a
/// hyphen count as one. A phrase is independent if it is a whole run, or if it has different neighbours: its freedom is
/// (1 - l / n) (1 - r / n), where n is its number of occurrences, and l and r are the numbers of those with its most
/// frequent neighbour on the left and on the right. The score is
///
///     n^1.25 sqrt(w) sqrt(freedom) (1 + 2 c) s / (1 + p / 100)
///
/// where w is the mean weight of its words (methods/concept_weights.h), c the share of its occurrences inside units
/// that are capitalised, s = 0.35 for a single word and otherwise 1, and p the number of words before it. A phrase that
/// is part of one chosen before is left out. The rule is the same for all languages and follows RAKE (Rose et al. 2010)
/// in the runs, and left and right context (Pantel & Lin 2001) in the freedom.
///
/// Blank text has no keyphrases. Words of code, of repeated units and of boilerplate do not count. Thread-safe.
/// O(words * max_words), plus O(n log phrases). Throws InvalidOption (n, max_words), SummaryTimeout, and LimitExceeded
/// for more than 2^31 different phrases.
std::vector<Keyphrase> keyphrases(const Document& document, const Options& options = {},
                                  const Cancel& cancel = Cancel());

}  // namespace tersely
