/// Splits a text into units, without analysing their words.
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

/// Checks the text, determines its language and splits it. O(bytes). Thread-safe. Throws InvalidText, LimitExceeded,
/// SummaryTimeout and InvalidOption (language).
Split split(std::string_view text, const AnalysisOptions& options, const Cancel& cancel);

/// The first step of split(): checks the text and returns its language. Throws LimitExceeded for more than `max_bytes`
/// or 2 GiB, InvalidText if the text is not UTF-8, and InvalidOption for an unknown language.
Language check_text(std::string_view text, const AnalysisOptions& options, const Cancel& cancel);

}  // namespace tersely
