// Sentences that refer to the one before them: their factors, the sentences they bring, and the lazy selection.
#include "selection/dangling.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "methods/problem.h"
#include "selection/greedy.h"
#include "selection/renderer.h"
#include "support.h"
#include "tersely/error.h"
#include "tersely/evaluate.h"

namespace tersely {
namespace {

using Rows = std::vector<std::uint32_t>;

AnalysisOptions english() {
  AnalysisOptions options;
  options.language = "en";
  return options;
}

constexpr std::string_view story =
    "The bridge closed. He left the town. But it reopened. They crossed the river. Ferries stopped.\n\n"
    "Notes about ferries\n\nHe wrote the notes. However, nobody read them.";

TEST(Dangling, LightAsksForTheSentenceBeforeAConnective) {
  const Document document = test::analyze(story, english());
  Dangling dangling(document.parts(), Coherence::light);
  const auto factors = [&] {
    std::vector<double> all;
    for (std::uint32_t row = 0; row < document.parts().n_rows(); ++row) all.push_back(dangling.factor(row));
    return all;
  };
  EXPECT_EQ(factors(), (std::vector<double>{1, 1, .5, 1, 1, 1, .5}));
  EXPECT_EQ(dangling.needed_by(2), Rows());
  EXPECT_EQ(dangling.raised_by(1), 2u);
  EXPECT_EQ(dangling.raised_by(0), std::nullopt);
  dangling.pick(1);
  EXPECT_EQ(factors(), (std::vector<double>{1, 1, 1, 1, 1, 1, .5}));
}

TEST(Dangling, FullAsksForTwoSentencesAtMost) {
  const Document document = test::analyze(story, english());
  Dangling dangling(document.parts(), Coherence::full);
  EXPECT_EQ(dangling.factor(1), .8);
  EXPECT_EQ(dangling.factor(2), .5);
  EXPECT_EQ(dangling.factor(5), 1);  // a heading stands before it
  EXPECT_EQ(dangling.needed_by(1), (Rows{0}));
  EXPECT_EQ(dangling.needed_by(3), (Rows{1, 2}));
  dangling.pick(1);
  EXPECT_EQ(dangling.needed_by(3), (Rows{2}));
  EXPECT_EQ(dangling.needed_by(4), Rows());
}

TEST(Dangling, NothingIsDoneByDefaultOrInOtherLanguages) {
  const Document document = test::analyze(story, english());
  AnalysisOptions polish;
  polish.language = "pl";
  const Document other = test::analyze(story, polish);
  for (std::uint32_t row = 0; row < document.parts().n_rows(); ++row) {
    EXPECT_EQ(Dangling(document.parts(), Coherence::none).factor(row), 1);
    EXPECT_EQ(Dangling(other.parts(), Coherence::full).factor(row), 1);
  }
}

std::string text_with_references(unsigned seed) {
  static const std::vector<std::string> beginnings = {"The",       "He",      "But", "It",          "Bridges and",
                                                      "Therefore", "Ferries", "An",  "In addition", "It is clear that"};
  static const std::vector<std::string> words = {"bridge", "river", "council", "ferry",  "repairs",
                                                 "beam",   "mayor", "month",   "report", "closed"};
  std::mt19937 random(seed);
  const auto below = [&](std::size_t n) { return random() % n; };
  std::string text;
  for (std::size_t s = 2 + below(25); s > 0; --s) {
    text += beginnings[below(beginnings.size())];
    for (std::size_t w = 1 + below(8); w > 0; --w) text += ' ' + words[below(words.size())];
    text += below(9) == 0 ? ".\n\nNotes\n\n" : ". ";
  }
  return text;
}

Options random_options(unsigned seed) {
  Options options;
  options.cover.coherence = seed % 3 != 0 ? Coherence::full : Coherence::light;
  options.order = seed % 5 == 0 ? Order::score : Order::document;
  options.cut = seed % 7 == 0;
  if (seed % 4 != 1) options.budget.words = 1 + seed % 61;
  if (seed % 4 == 1 || seed % 3 == 0) options.budget.sentences = 1 + seed % 9;
  if (seed % 3 == 1) options.budget.chars = 10 + seed % 300;
  if (seed % 6 == 2) {
    options.budget.tokens = 5 + seed % 50;
    options.count_tokens = [](std::string_view text) { return text.size() / 4; };
  }
  return options;
}

std::vector<GreedyPick> picks(decltype(&pick_lazily) pick, const Problem& problem, Until until) {
  const Renderer renderer(problem.document);
  BudgetMeter meter(problem.document, renderer, problem.options, problem.start.print_order);
  const auto objective = problem.start.objective->clone();
  return pick(problem.document, problem.usable, until, objective.get(), &meter, problem.cancel);
}

TEST(Dangling, TheLazyChoiceEqualsTheExhaustiveOne) {
  std::size_t n_brought = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    const std::string text = text_with_references(seed);
    const Document document = test::analyze(text, english());
    const Options options = random_options(seed);
    Constraints constraints;
    if (seed % 5 == 1) constraints.exclude = {document.candidates()[0]};
    Workspace workspace;
    const Cancel cancel;
    const Problem problem(document.parts(), options, constraints, &workspace, cancel);
    const Until until = seed % 11 == 0 ? Until::nothing_fits : Until::filled;
    const std::vector<GreedyPick> lazy = picks(pick_lazily, problem, until);
    const std::vector<GreedyPick> exhaustive = picks(pick_exhaustively, problem, until);
    ASSERT_EQ(lazy.size(), exhaustive.size()) << text;
    for (std::size_t i = 0; i < lazy.size(); ++i) {
      EXPECT_EQ(lazy[i].row, exhaustive[i].row) << text;
      EXPECT_EQ(lazy[i].gain, exhaustive[i].gain);
      EXPECT_EQ(lazy[i].taken_for, exhaustive[i].taken_for);
      n_brought += lazy[i].taken_for.has_value();
    }
  }
  EXPECT_GT(n_brought, 30u);
}

TEST(Dangling, AskingWhetherRowsFitTogetherChangesNothing) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string text = text_with_references(seed);
    const Document document = test::analyze(text, english());
    Options options = random_options(seed);
    options.budget.chars = 60 + seed;
    Workspace workspace;
    const Cancel cancel;
    const Problem problem(document.parts(), options, {}, &workspace, cancel);
    const Renderer renderer(problem.document);
    BudgetMeter meter(problem.document, renderer, options, problem.start.print_order);
    BudgetMeter asked = meter;
    const auto units = document.candidates();
    for (std::size_t i = 0; i + 2 < units.size(); i += 2) {
      const bool together = asked.holds_lengths_with(units.subspan(i, 2));
      BudgetMeter added = meter;
      added.add(units[i]);
      added.add(units[i + 1]);
      if (!options.budget.sentences) {
        EXPECT_EQ(together, !added.exceeded());
      }
      for (const std::uint32_t unit : units) EXPECT_EQ(asked.fits(unit), meter.fits(unit));
      if (!meter.fits(units[i])) break;
      meter.add(units[i]);
      asked.add(units[i]);
    }
  }
}

TEST(Dangling, TheShareCountsSentencesWithoutTheOneBefore) {
  const Document document = test::analyze(story, english());
  const auto share = [&](const std::vector<std::uint32_t>& units) { return dangling_share(document, units); };
  EXPECT_EQ(share({}), 0);
  EXPECT_EQ(share({0, 4}), 0);
  EXPECT_EQ(share({1}), 1);
  EXPECT_EQ(share({1, 0}), 0);
  EXPECT_EQ(share({0, 2, 3, 4}), .25);
  EXPECT_EQ(share({5, 6}), 0);  // a heading, and the sentence after it
  EXPECT_EQ(share({5, 7}), .5);
  EXPECT_THROW(share({8}), Error);
}

}  // namespace
}  // namespace tersely
