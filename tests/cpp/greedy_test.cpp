// Greedy choices for objectives whose gains fall, and for those whose gains may rise.
#include "selection/greedy.h"

#include <gtest/gtest.h>

#include "analysis/analysed_text.h"
#include "selection/renderer.h"
#include "support.h"

namespace tersely {
namespace {

/// Gains 3, 2, 1, 0, ...; a pick of the first row makes the last worth 5.
class Rising final : public Objective {
 public:
  explicit Rising(std::uint32_t n) : gains_(n) {
    for (std::uint32_t row = 0; row < n; ++row) gains_[row] = 3.0 - row;
  }
  std::unique_ptr<Objective> clone() const override { return std::make_unique<Rising>(*this); }
  double gain(std::uint32_t row) override { return gains_[row]; }
  void pick(std::uint32_t row) override {
    if (row == 0) gains_.back() = 5;
  }
  bool heeds_picks() const override { return true; }

 private:
  std::vector<double> gains_;
};

using Pick = decltype(&pick_lazily);

std::vector<std::uint32_t> rows(const AnalysedText& document, Pick pick, std::uint64_t sentences) {
  Options options;
  options.budget.sentences = sentences;
  const Renderer renderer(document);
  const PrintOrder order(document, Order::document, {});
  BudgetMeter meter(document, renderer, options, order);
  Rising objective(document.n_rows());
  std::vector<std::uint32_t> picked;
  for (const GreedyPick& one :
       pick(document, std::vector<bool>(document.n_rows(), true), Until::filled, &objective, &meter, Cancel())) {
    picked.push_back(one.row);
  }
  return picked;
}

TEST(Greedy, AnExhaustiveChoiceSeesGainsThatRise) {
  const Document analysed(test::bridge_text);
  const AnalysedText& document = analysed.parts();
  const std::uint32_t last = document.n_rows() - 1;
  EXPECT_EQ(rows(document, pick_exhaustively, 3), (std::vector<std::uint32_t>{0, last, 1}));
}

TEST(Greedy, BothChoicesAgreeUntilAGainRises) {
  const Document analysed(test::bridge_text);
  const AnalysedText& document = analysed.parts();
  EXPECT_EQ(rows(document, pick_exhaustively, 1), rows(document, pick_lazily, 1));
}

#ifndef NDEBUG
TEST(Greedy, ALazyChoiceEndsWhereAGainRises) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const Document analysed(test::bridge_text);
  const AnalysedText& document = analysed.parts();
  EXPECT_DEATH(rows(document, pick_lazily, document.n_rows()), "gain <= best.gain");
}
#endif

}  // namespace
}  // namespace tersely
