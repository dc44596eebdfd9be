/// Chooses units within the budgets, with one divisor.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "methods/problem.h"
#include "selection/budget.h"
#include "selection/greedy.h"
#include "selection/renderer.h"
#include "tersely/summary.h"

namespace tersely {

/// A choice, before it becomes a Summary.
struct Choice {
  Status status = Status::ok;
  std::vector<Pick> picks;
  std::uint32_t kept_words = 0;  // of the last pick, if it is cut; else 0
  bool fitted = true;            // false: fit() may still cut or drop the last picks, and must be called
  bool exceeds = false;          // until the last pick is cut or dropped

  double coverage() const { return picks.empty() ? 0 : picks.back().coverage; }
};

/// One choice in progress; one of choose(), choose_some() and choose_all() may be called, once.
class Chooser {
 public:
  /// `empty`: the budgets before any pick, with the print order of `start`. Borrows the other arguments.
  Chooser(const Problem& problem, const Start& start, const Renderer& renderer, BudgetMeter empty);

  /// What the budgets allow, or the whole text if it fits, or the best sentence if nothing fits.
  Choice choose();
  /// The same if not everything fits, but something does. The choice is not fitted.
  Choice choose_some();
  /// Cuts or drops the last picks until the printed summary fits. Its tokens are counted once, and once more after each
  /// drop. Coverage can only fall.
  Choice fit(Choice choice) const;
  /// All rows that may be picked, whatever the budgets are. Included units come first.
  std::vector<Pick> choose_all();

 private:
  Choice choose_within(Until until);
  Choice fall_back();
  std::vector<std::uint32_t> allowed_units() const;
  std::vector<Pick> include(BudgetMeter* meter);
  std::vector<Pick> pick(const std::vector<bool>& usable, Until until, BudgetMeter* meter);
  std::vector<Pick> pick_everything();
  bool make_fit(Choice* choice) const;
  std::uint32_t find_beginning(const std::vector<Pick>& picks) const;
  std::string print(const std::vector<Pick>& picks, std::uint32_t kept_words) const;
  Choice weigh(Choice choice) const;
  Pick as_pick(const GreedyPick& choice) const;
  GreedyPick greedy_pick(std::uint32_t row, double gain) const;

  const Problem& problem_;
  const AnalysedText& document_;
  const Start& start_;
  const Renderer& renderer_;
  const BudgetMeter empty_;
  const std::unique_ptr<Objective> objective_;
};

}  // namespace tersely
