#include "selection/greedy.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <queue>
#include <utility>

namespace tersely {
namespace {

struct Entry {
  double gain;
  std::uint32_t row;
  std::size_t picks;  // number of picks when the gain was computed

  /// The order of the heap: the largest gain on top, the earlier row if equal.
  bool operator<(const Entry& other) const { return gain != other.gain ? gain < other.gain : row > other.row; }
};

GreedyPick take(std::uint32_t row, double gain, std::uint32_t unit, Objective* objective, BudgetMeter* meter) {
  const GreedyPick pick{row, gain, objective->divisor(row), objective->factor(row)};
  objective->pick(row);
  meter->add(unit);
  return pick;
}

bool goes_on(Until until, const BudgetMeter& meter) { return until == Until::nothing_fits || !meter.filled(); }

}  // namespace

std::vector<GreedyPick> pick_lazily(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                    Objective* objective, BudgetMeter* meter, const Cancel& cancel) {
  std::vector<Entry> entries;
  entries.reserve(document.n_rows());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    cancel.check_at(row);
    if (usable[row]) entries.push_back({objective->gain(row), row, 0});
  }
  std::priority_queue<Entry> heap(std::less<Entry>(), std::move(entries));
  std::vector<GreedyPick> picks;
  for (std::uint32_t step = 0; !heap.empty() && goes_on(until, *meter); ++step) {
    cancel.check_at(step);
    Entry best = heap.top();
    heap.pop();
    const std::uint32_t unit = document.candidates()[best.row];
    if (!meter->fits(unit)) continue;
    if (best.picks < picks.size()) {
      const double gain = objective->gain(best.row);
      assert(gain <= best.gain);
      heap.push({gain, best.row, picks.size()});
      continue;
    }
    picks.push_back(take(best.row, best.gain, unit, objective, meter));
  }
  return picks;
}

std::vector<GreedyPick> pick_exhaustively(const AnalysedText& document, const std::vector<bool>& usable, Until until,
                                          Objective* objective, BudgetMeter* meter, const Cancel& cancel) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    if (usable[row]) open.push_back(row);
  }
  const auto unit_of = [&](std::uint32_t row) { return document.candidates()[row]; };
  std::vector<GreedyPick> picks;
  WorkMeter work(cancel);
  while (goes_on(until, *meter)) {
    std::erase_if(open, [&](std::uint32_t row) { return !meter->fits(unit_of(row)); });
    if (open.empty()) break;
    work.add(open.size());
    Entry best{objective->gain(open.front()), open.front(), picks.size()};
    for (const std::uint32_t row : open) best = std::max(best, {objective->gain(row), row, picks.size()});
    picks.push_back(take(best.row, best.gain, unit_of(best.row), objective, meter));
    std::erase(open, best.row);
  }
  return picks;
}

}  // namespace tersely
