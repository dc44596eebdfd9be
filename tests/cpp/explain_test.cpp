#include "tersely/explain.h"

#include <gtest/gtest.h>

#include "support.h"
#include "tersely/methods.h"

namespace tersely {
namespace {

struct Explained {
  Summary summary;
  Explanation explanation;
};

Explained explained(const Document& document, const Options& options, const Constraints& constraints = {}) {
  Workspace workspace;
  Explained result;
  result.summary = summarize(document, options, constraints, &workspace, Cancel());
  result.explanation = explain(document, options, constraints, result.summary, &workspace, Cancel());
  return result;
}

Options within(std::uint64_t sentences) {
  Options options;
  options.budget.sentences = sentences;
  return options;
}

TEST(Explain, AddsUpForEveryMethod) {
  for (const MethodInfo& method : methods()) {
    for (unsigned seed = 0; seed < 40; ++seed) {
      const std::string text = test::random_text(seed);
      const Document document = test::analyze(text);
      Options options = within(1 + seed % 6);
      if (seed % 4 >= 2) {
        options.budget = {};
        options.budget.words = 5 + seed;
        options.cut = seed % 4 == 3;
      }
      options.method = method.name;
      if (options.method == "cover") options.cover.coherence = static_cast<Coherence>(seed % 3);
      if (method.options.find("redundancy") != std::string_view::npos && seed % 2 == 1) options.redundancy = 0.5;
      const auto [summary, explanation] = explained(document, options);
      ASSERT_EQ(explanation.picks.size(), summary.picks.size());
      double before = 0;
      double all = 0;
      for (const PickExplanation& one : explanation.picks) {
        EXPECT_EQ(one.coverage_before, before);
        before = one.pick.coverage;
        double weight = 0;
        for (const WeighedConcept& item : one.concepts) weight += item.weight;
        EXPECT_NEAR(weight, one.pick.weight, 1e-12 * (1 + weight));
        all += one.pick.weight;
        if (one.runner_up) {
          EXPECT_GE(one.runner_up->weight, 0);
        }
      }
      EXPECT_EQ(before, summary.coverage);
      if (explanation.total_weight > 0) {
        EXPECT_NEAR(all / explanation.total_weight, summary.coverage, 1e-12);
      }
      double left = 0;
      for (const WeighedConcept& item : explanation.uncovered) left += item.weight;
      if (explanation.uncovered.size() < 20) {
        EXPECT_NEAR(all + left, explanation.total_weight, 1e-12 * (1 + explanation.total_weight));
      } else {
        EXPECT_LE(all + left, explanation.total_weight * (1 + 1e-12));
      }
    }
  }
}

TEST(Explain, GivesEveryUnitAReason) {
  const Document document = test::analyze(
      "News\n\nThe council closed the bridge on Monday for repairs. The council closed the bridge. Ferries run at "
      "night. Shops fear.");
  Constraints constraints;
  constraints.exclude = {4};
  const Explanation explanation = explained(document, within(2), constraints).explanation;
  ASSERT_EQ(explanation.units.size(), 5u);
  EXPECT_EQ(explanation.units[0].verdict, Verdict::no_candidate);
  EXPECT_EQ(explanation.units[1].verdict, Verdict::chosen);
  EXPECT_EQ(explanation.units[2].verdict, Verdict::covered);  // the first unit says all of it
  EXPECT_EQ(explanation.units[2].covered_by, std::vector<std::uint32_t>{1});
  EXPECT_EQ(explanation.units[2].stands_for, 1u);
  EXPECT_EQ(explanation.units[3].verdict, Verdict::chosen);
  EXPECT_EQ(explanation.units[4].verdict, Verdict::excluded);
  EXPECT_EQ(explanation.units[4].stands_for, std::nullopt);
}

TEST(Explain, TellsWhatIsNotCoveredHeaviestFirst) {
  const Document document = test::analyze("Bridges rust. Old bridges fell. Ferries run. Ferries sink.");
  Constraints constraints;
  constraints.include = {0};
  const Explanation explanation = explained(document, within(1), constraints).explanation;
  // Old, fell, ferries, run, sink, and the pairs old bridges, bridges fell, ferries run, ferries sink.
  ASSERT_EQ(explanation.uncovered.size(), 9u);
  EXPECT_EQ(explanation.uncovered[0].text, "Ferries");  // the only word in two sentences
  for (std::size_t i = 1; i < explanation.uncovered.size(); ++i) {
    EXPECT_GE(explanation.uncovered[i - 1].weight, explanation.uncovered[i].weight);
  }
}

TEST(Explain, TellsPairsWithAStopWordLast) {
  const Document document = test::analyze("The ferry leaves. The ferry stops. The ferry sinks.");
  const Explanation explanation = explained(document, within(1), {}).explanation;
  // "The ferry" is in all sentences and weighs more than "leaves".
  const std::vector<WeighedConcept>& concepts = explanation.picks[0].concepts;
  ASSERT_EQ(concepts.size(), 4u);
  EXPECT_EQ(concepts.back().text, "The ferry");
  EXPECT_GT(concepts.back().weight, concepts[1].weight);
}

TEST(Explain, TellsForWhichSentenceAnotherWasTaken) {
  AnalysisOptions english;
  english.language = "en";
  const Document document = test::analyze(
      "Shops sold bread. Snow fell on Monday. As a result, the council of the town closed the old bridge over the "
      "river, "
      "the council of the town said. Nobody came.",
      english);
  Options options = within(2);
  options.cover.coherence = Coherence::full;
  const Explanation explanation = explained(document, options).explanation;
  ASSERT_EQ(explanation.picks.size(), 2u);
  EXPECT_EQ(explanation.picks[0].pick.unit, 1u);
  ASSERT_TRUE(explanation.picks[0].taken_for);
  EXPECT_EQ(explanation.picks[0].taken_for->unit, 2u);
  EXPECT_EQ(explanation.picks[0].taken_for->words, "As a result");
  EXPECT_EQ(explanation.picks[0].runner_up, std::nullopt);
  EXPECT_EQ(explanation.picks[1].pick.unit, 2u);
  EXPECT_EQ(explanation.picks[1].taken_for, std::nullopt);
}

TEST(Explain, OfABlankTextIsEmpty) {
  const Explanation explanation = explained(test::analyze(" \n"), within(2)).explanation;
  EXPECT_TRUE(explanation.picks.empty());
  EXPECT_TRUE(explanation.units.empty());
}

}  // namespace
}  // namespace tersely
