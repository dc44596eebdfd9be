#include "selection/greedy.h"

#include <algorithm>
#include <cassert>
#include <queue>
#include <utility>

namespace tersely {
namespace {

struct Entry {
  double gain;
  std::uint32_t row;
  std::size_t picks;    // number of picks when the gain was computed
  bool raised = false;  // entered again, since its gain may have risen

  /// The order of the heap: the largest gain on top, the earlier row if equal.
  bool operator<(const Entry& other) const { return gain != other.gain ? gain < other.gain : row > other.row; }
};

/// The picks so far, and the rows that may still be picked.
class Selection {
 public:
  Selection(const AnalysedText& document, std::vector<bool> usable, Until until, Objective* objective,
            BudgetMeter* meter)
      : document_(document), open_(std::move(usable)), until_(until), objective_(objective), meter_(meter) {}

  bool goes_on() const { return until_ == Until::nothing_fits || !meter_->filled(); }
  bool is_open(std::uint32_t row) const { return open_[row]; }
  bool fits(std::uint32_t row) const { return meter_->fits(unit_of(row)); }
  double gain(std::uint32_t row) const { return objective_->gain(row); }
  std::size_t n_picks() const { return picks_.size(); }
  std::vector<GreedyPick> finish() { return std::move(picks_); }

  /// Picks a row, after those that it needs. `gain`: its current one. Returns the rows that were picked.
  std::vector<std::uint32_t> take(std::uint32_t row, double gain) {
    std::vector<std::uint32_t> rows = objective_->needed_by(row);
    rows.push_back(row);
    if (rows.size() > 1 && !fit_together(rows)) rows = {row};
    std::size_t n_taken = 0;
    for (; n_taken < rows.size() && (rows.size() == 1 || fits(rows[n_taken])); ++n_taken) {
      const std::uint32_t next = rows[n_taken];
      add({next, rows.size() == 1 ? gain : objective_->gain(next), objective_->divisor(next), objective_->factor(next),
           next == row ? std::nullopt : std::optional(rows[n_taken + 1])});
    }
    rows.resize(n_taken);
    return rows;
  }

 private:
  std::uint32_t unit_of(std::uint32_t row) const { return document_.candidates()[row]; }

  bool fit_together(const std::vector<std::uint32_t>& rows) const {
    std::vector<std::uint32_t> units;
    for (const std::uint32_t row : rows) {
      if (!open_[row]) return false;
      units.push_back(unit_of(row));
    }
    return meter_->holds_lengths_with(units);
  }

  void add(const GreedyPick& pick) {
    picks_.push_back(pick);
    objective_->pick(pick.row);
    meter_->add(unit_of(pick.row));
    open_[pick.row] = false;
  }

  const AnalysedText& document_;
  std::vector<bool> open_;
  Until until_;
  Objective* objective_;
  BudgetMeter* meter_;
  std::vector<GreedyPick> picks_;
};

std::vector<Entry> first_entries(const AnalysedText& document, const Selection& selection, const Cancel& cancel) {
  std::vector<Entry> entries;
  entries.reserve(document.n_rows());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    cancel.check_at(row);
    if (selection.is_open(row)) entries.push_back({selection.gain(row), row, 0});
  }
  return entries;
}

}  // namespace

std::vector<GreedyPick> pick_lazily(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                    Objective* objective, BudgetMeter* meter, const Cancel& cancel) {
  Selection selection(document, usable, until, objective, meter);
  std::priority_queue<Entry> heap({}, first_entries(document, selection, cancel));
  std::vector<bool> raised(document.n_rows(), false);
  for (std::uint32_t step = 0; !heap.empty() && selection.goes_on(); ++step) {
    cancel.check_at(step);
    Entry best = heap.top();
    heap.pop();
    if (!selection.is_open(best.row) || best.raised != raised[best.row] || !selection.fits(best.row)) continue;
    if (best.picks < selection.n_picks()) {
      const double gain = selection.gain(best.row);
      assert(gain <= best.gain);
      heap.push({gain, best.row, selection.n_picks(), best.raised});
      continue;
    }
    for (const std::uint32_t taken : selection.take(best.row, best.gain)) {
      const std::optional<std::uint32_t> next = objective->raised_by(taken);
      if (!next || !selection.is_open(*next)) continue;
      raised[*next] = true;
      heap.push({selection.gain(*next), *next, selection.n_picks(), true});
    }
  }
  return selection.finish();
}

std::vector<GreedyPick> pick_exhaustively(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                          Objective* objective, BudgetMeter* meter, const Cancel& cancel) {
  Selection selection(document, usable, until, objective, meter);
  std::vector<std::uint32_t> open;
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    if (usable[row]) open.push_back(row);
  }
  WorkMeter work(cancel);
  while (selection.goes_on()) {
    std::erase_if(open, [&](std::uint32_t row) { return !selection.is_open(row) || !selection.fits(row); });
    if (open.empty()) break;
    work.add(open.size());
    Entry best{selection.gain(open.front()), open.front(), selection.n_picks()};
    for (const std::uint32_t row : open) best = std::max(best, {selection.gain(row), row, selection.n_picks()});
    selection.take(best.row, best.gain);
  }
  return selection.finish();
}

}  // namespace tersely
