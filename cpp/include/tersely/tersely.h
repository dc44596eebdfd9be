/// Includes all of tersely except columns/, and declares the one function that most programs need.
///
///     tersely::Options options;
///     options.budget.sentences = 3;
///     std::cout << tersely::summarize(text, options).text << '\n';
///
/// To summarize a text more than once, analyse it once as a Document (document.h, summarizer.h). To summarize columns
/// of texts on many cores, see columns/.
#pragma once

#include <string>
#include <string_view>

#include "tersely/build_info.h"
#include "tersely/cancel.h"
#include "tersely/document.h"
#include "tersely/error.h"
#include "tersely/evaluate.h"
#include "tersely/explain.h"
#include "tersely/keyphrases.h"
#include "tersely/language.h"
#include "tersely/methods.h"
#include "tersely/options.h"
#include "tersely/reasons.h"
#include "tersely/segmenter.h"
#include "tersely/sources.h"
#include "tersely/split.h"
#include "tersely/summarizer.h"
#include "tersely/summary.h"
#include "tersely/text.h"
#include "tersely/workspace.h"

namespace tersely {

struct TextSummary {
  std::string text;  // the printed summary
  Summary summary;   // spans in bytes of the text, scores, picks
};

/// Summarizes a text. `options.timeout` counts from this call. Thread-safe. O(bytes), plus the cost of the method.
/// Throws InvalidText, InvalidOption, LimitExceeded, SummaryTimeout, and what count_tokens throws.
TextSummary summarize(std::string_view text, const Options& options = {});

}  // namespace tersely
