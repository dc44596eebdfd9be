/// Greedy selection by gain, within the budgets.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysed_text.h"
#include "selection/budget.h"
#include "selection/objective.h"
#include "tersely/cancel.h"

namespace tersely {

struct GreedyPick {
  std::uint32_t row = 0;
  double gain = 0;
  double divisor = 1;
  double factor = 1;
};

enum class Until : bool { filled, nothing_fits };

/// Picks the row with the highest gain until the budget is full or nothing fits; the earlier row if gains are equal. A
/// row that does not fit is never tried again. `usable`: one per row.
///
/// For gains that no pick raises. Uses a lazy heap: if the gain of the top row is up to date, it is the best (Minoux
/// 1978). Builds with assertions abort if a gain was raised. O(rows log rows), plus the gains, most of which are
/// computed once.
std::vector<GreedyPick> pick_lazily(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                    Objective* objective, BudgetMeter* meter, const Cancel& cancel);

/// The same for any gains: all gains are computed at every pick. O(picks * rows), plus as many gains.
std::vector<GreedyPick> pick_exhaustively(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                          Objective* objective, BudgetMeter* meter, const Cancel& cancel);

}  // namespace tersely
