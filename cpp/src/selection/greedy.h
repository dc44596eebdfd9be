/// From gains to a choice: greedily, the best first, within the budgets.
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

/// Picks rows until the meter is filled or nothing fits; a row that does not fit is passed over for good. Ties go to
/// the earlier row. `usable`: one per row.
///
/// For gains that no pick raises: a lazy heap, as a row on top whose gain is up to date is the best (Minoux 1978). A
/// build with assertions ends where a gain was raised. O(rows log rows), and the gains, most of them once.
std::vector<GreedyPick> pick_lazily(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                    Objective* objective, BudgetMeter* meter, const Cancel& cancel);

/// The same for any gains: all of them are computed at every pick. O(picks * rows), and as many gains.
std::vector<GreedyPick> pick_exhaustively(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                          Objective* objective, BudgetMeter* meter, const Cancel& cancel);

}  // namespace tersely
