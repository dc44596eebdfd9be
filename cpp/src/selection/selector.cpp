#include "selection/selector.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "selection/spreading.h"

namespace tersely {
namespace {

constexpr double sentence_cost = 10;  // words

double dot(const SparseMatrix& matrix, std::uint32_t a, std::uint32_t b) {
  double sum = 0;
  SparseMatrix::InnerIterator i(matrix, a);
  SparseMatrix::InnerIterator j(matrix, b);
  while (i && j) {
    if (i.col() == j.col()) {
      sum += i.value() * j.value();
      ++i;
      ++j;
    } else if (i.col() < j.col()) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

struct Entry {
  double gain;
  std::uint32_t row;
  std::size_t picks;  // how many there were when the gain was computed

  /// The heap's order: the larger gain, then the earlier row, on top.
  bool operator<(const Entry& other) const { return gain != other.gain ? gain < other.gain : row > other.row; }
};

}  // namespace

CoverageObjective::CoverageObjective(const Document& document, const CoverModel& model, bool count_sentences)
    : document_(document),
      model_(model),
      fixed_cost_(count_sentences ? sentence_cost : 0),
      factors_(model.factors),
      covered_(document.n_concepts(), 0),
      known_(document.n_rows()) {}

double CoverageObjective::gain(std::uint32_t row) {
  Known& known = known_[row];
  if (known.picks != n_picks_) {
    const double weight = uncovered_weight(document_, model_, covered_, row);
    known = {factors_[row] * weight / divisor(row), n_picks_};
  }
  return known.gain;
}

void CoverageObjective::pick(std::uint32_t row) {
  for (const std::uint32_t concept_id : document_.concepts(row)) covered_[concept_id] = 1;
  if (model_.spread && n_picks_ < most_spread_picks) spread(row, &factors_);
  ++n_picks_;
}

double CoverageObjective::divisor(std::uint32_t row) const { return std::sqrt(document_.length(row) + fixed_cost_); }

RelevanceObjective::RelevanceObjective(const Document& document, const std::vector<double>& scores, double redundancy)
    : scores_(scores), redundancy_(redundancy), compared_(scores.size(), 0), closest_(scores.size(), 0) {
  if (redundancy_ > 0) unit_rows_ = normalize_rows(document.tfidf());
}

double RelevanceObjective::gain(std::uint32_t row) {
  if (redundancy_ == 0) return scores_[row];
  for (; compared_[row] < picked_.size(); ++compared_[row]) {
    closest_[row] = std::max(closest_[row], dot(unit_rows_, row, picked_[compared_[row]]));
  }
  return (1 - redundancy_) * scores_[row] - redundancy_ * closest_[row];
}

void RelevanceObjective::pick(std::uint32_t row) { picked_.push_back(row); }

std::vector<GreedyPick> pick_greedily(const Document& document, const std::vector<bool>& usable, bool until_filled,
                                      Objective* objective, BudgetMeter* meter, const Cancel& cancel) {
  std::vector<Entry> entries;
  entries.reserve(document.n_rows());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    cancel.check_at(row);
    if (usable[row]) entries.push_back({objective->gain(row), row, 0});
  }
  std::priority_queue<Entry> heap(std::less<Entry>(), std::move(entries));
  std::vector<GreedyPick> picks;
  for (std::uint32_t step = 0; !heap.empty() && !(until_filled && meter->filled()); ++step) {
    cancel.check_at(step);
    Entry best = heap.top();
    heap.pop();
    const std::uint32_t unit = document.candidates()[best.row];
    if (!meter->fits(unit)) continue;
    if (best.picks < picks.size()) {
      best.gain = objective->gain(best.row);
      best.picks = picks.size();
      heap.push(best);
      continue;
    }
    picks.push_back({best.row, best.gain, objective->divisor(best.row), objective->factor(best.row)});
    objective->pick(best.row);
    meter->add(unit);
  }
  return picks;
}

}  // namespace tersely
