/// Constraints besides the budgets: units that must be, may be and must not be chosen.
#pragma once

#include <vector>

#include "analysis/analysed_text.h"
#include "tersely/options.h"
#include "tersely/summarizer.h"

namespace tersely {

/// The constraints sorted and without duplicates. Throws InvalidOption if a unit does not exist or is in both lists.
Constraints check_constraints(const AnalysedText& document, Constraints constraints);

/// The rows that may be chosen: not excluded, not already included, and not the title. Throws InvalidOption if none is
/// left. `constraints`: checked.
std::vector<bool> allowed_rows(const AnalysedText& document, const Options& options, const Constraints& constraints);

}  // namespace tersely
