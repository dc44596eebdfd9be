/// Greedy selection by gain, within the budgets.
#pragma once

#include <cstdint>
#include <optional>
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
  /// The row after it that needed it: see Objective::needed_by.
  std::optional<std::uint32_t> taken_for = std::nullopt;
};

enum class Until : bool { filled, nothing_fits };

/// Picks the row with the highest gain until the budget is full or nothing fits; the earlier row if gains are equal. A
/// row that does not fit is never tried again. The rows that a row needs are picked first, if all of them may be picked
/// and the lengths of all fit; the number of sentences may end the summary between them, so that a shorter summary is
/// the beginning of a longer one. `usable`: one per row.
///
/// For gains that no pick raises, except that of Objective::raised_by. Uses a lazy heap: if the gain of the top row is
/// up to date, it is the best (Minoux 1978); a row whose gain may have risen is added again. Builds with assertions
/// abort if another gain was raised. O(rows log rows), plus the gains, most of which are computed once.
std::vector<GreedyPick> pick_lazily(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                    Objective* objective, BudgetMeter* meter, const Cancel& cancel);

/// The same for any gains: all gains are computed at every pick. O(picks * rows), plus as many gains.
std::vector<GreedyPick> pick_exhaustively(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                          Objective* objective, BudgetMeter* meter, const Cancel& cancel);

}  // namespace tersely
