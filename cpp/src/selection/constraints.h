/// What the caller asks for beside the budgets: who must, may and may not be chosen.
#pragma once

#include <vector>

#include "analysis/analysed_text.h"
#include "tersely/options.h"
#include "tersely/summarizer.h"

namespace tersely {

/// Sorted, each once, all of the document, none in both. Throws InvalidOption.
Constraints check_constraints(const AnalysedText& document, Constraints constraints);

/// Rows that may be chosen: not excluded, not included already, and not the title. Throws InvalidOption where nothing
/// is left. `constraints`: checked.
std::vector<bool> usable_rows(const AnalysedText& document, const Options& options, const Constraints& constraints);

}  // namespace tersely
