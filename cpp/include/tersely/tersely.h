/// All of tersely, and the one call that most programs need.
///
///     tersely::Options options;
///     options.budget.sentences = 3;
///     std::cout << tersely::summarize(text, options).text << '\n';
///
/// A text that is summarised more than once is analysed once, as a Document (document.h, summarizer.h). Columns of
/// texts on many cores: columns/.
#pragma once

#include <string>
#include <string_view>

#include "tersely/build_info.h"
#include "tersely/cancel.h"
#include "tersely/document.h"
#include "tersely/error.h"
#include "tersely/explain.h"
#include "tersely/language.h"
#include "tersely/methods.h"
#include "tersely/options.h"
#include "tersely/reasons.h"
#include "tersely/segmenter.h"
#include "tersely/split.h"
#include "tersely/summarizer.h"
#include "tersely/summary.h"
#include "tersely/text.h"
#include "tersely/workspace.h"

namespace tersely {

struct TextSummary {
  std::string text;  // as it is printed
  Summary summary;   // spans in bytes of what was summarised, scores, picks
};

/// Text and options to a summary. `options.timeout` counts from here. Thread-safe. O(bytes), and what the method costs.
/// Throws InvalidText, InvalidOption, LimitExceeded, SummaryTimeout, and what count_tokens throws.
TextSummary summarize(std::string_view text, const Options& options = {});

}  // namespace tersely
