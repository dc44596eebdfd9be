/// From gains to a choice: greedily, the best first, within the budgets.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "methods/cover.h"
#include "selection/budget.h"
#include "tersely/document.h"

namespace tersely {

/// What a row is worth, given the rows picked so far. Gains never increase as rows are picked.
class Objective {
 public:
  virtual ~Objective() = default;
  virtual double gain(std::uint32_t row) = 0;
  virtual void pick(std::uint32_t row) = 0;
  /// What the gain was divided by.
  virtual double divisor(std::uint32_t) const { return 1; }
  /// What it was multiplied by.
  virtual double factor(std::uint32_t) const { return 1; }
};

/// The weight of concepts that are not covered yet, over the square root of the words, with ten more for each sentence
/// where sentences are counted; times the row's factor, which in transcripts falls around every pick. Borrows all.
class CoverageObjective : public Objective {
 public:
  CoverageObjective(const Document& document, const CoverModel& model, bool count_sentences);
  double gain(std::uint32_t row) override;
  void pick(std::uint32_t row) override;
  double divisor(std::uint32_t row) const override;
  double factor(std::uint32_t row) const override { return factors_[row]; }

 private:
  struct Known {
    double gain = 0;
    std::size_t picks = SIZE_MAX;  // how many there were when it was computed
  };

  const Document& document_;
  const CoverModel& model_;
  double fixed_cost_;
  std::vector<double> factors_;  // one per row
  Covered covered_;
  std::size_t n_picks_ = 0;
  std::vector<Known> known_;  // of each row: scores and the heap both ask for the first gains
};

/// Maximal marginal relevance (Carbonell & Goldstein 1998): (1 - r) * score - r * the largest cosine with a picked row;
/// with r = 0 the score. A gain costs O(nnz of the row) for each row picked since it was last asked for.
class RelevanceObjective : public Objective {
 public:
  RelevanceObjective(const Document& document, const std::vector<double>& scores, double redundancy);
  double gain(std::uint32_t row) override;
  void pick(std::uint32_t row) override;

 private:
  const std::vector<double>& scores_;
  double redundancy_;
  SparseMatrix unit_rows_;             // empty where r = 0
  std::vector<std::uint32_t> picked_;  // rows
  std::vector<std::size_t> compared_;  // of each row: with how many of them
  std::vector<double> closest_;        // of each row: the largest cosine so far
};

struct GreedyPick {
  std::uint32_t row = 0;
  double gain = 0;
  double divisor = 1;
  double factor = 1;
};

/// Picks rows until the meter is filled or nothing fits; a row that does not fit is passed over for good. A lazy heap:
/// as gains never increase, a row on top whose gain is up to date is the best (Minoux 1978). Ties go to the earlier
/// row. `usable`: one per row. `until_filled` = false: go on as long as anything fits. O(rows log rows), and the gains.
std::vector<GreedyPick> pick_greedily(const Document& document, const std::vector<bool>& usable, bool until_filled,
                                      Objective* objective, BudgetMeter* meter, const Cancel& cancel);

}  // namespace tersely
