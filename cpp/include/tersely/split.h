/// A text, cut into units: the first half of an analysis, for those who need no more.
#pragma once

#include <string_view>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/language.h"
#include "tersely/options.h"
#include "tersely/segmenter.h"

namespace tersely {

struct Split {
  Language language = Language::und();
  std::vector<Unit> units;  // in order; see segmenter.h
};

/// Checks the text, finds its language and cuts it. O(bytes); thread-safe. Throws InvalidText, LimitExceeded,
/// SummaryTimeout, InvalidOption (language).
Split split(std::string_view text, const AnalysisOptions& options, const Cancel& cancel);

/// The first half of split(): throws LimitExceeded for more than `max_bytes` or 2 GiB, InvalidText where the text is
/// not UTF-8, InvalidOption for an unknown language.
Language check_text(std::string_view text, const AnalysisOptions& options, const Cancel& cancel);

}  // namespace tersely
