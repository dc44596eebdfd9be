#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support.h"
#include "tersely/error.h"
#include "tersely/explain.h"
#include "tersely/methods.h"

namespace tersely {
namespace {

Options asking(std::string query, std::uint64_t sentences) {
  Options options;
  options.query.text = std::move(query);
  options.budget.sentences = sentences;
  return options;
}

TEST(Query, AnswersWithRelevantSentences) {
  const Document document = test::analyze(test::bridge_text);
  const Summary summary = summarize(document, asking("Who pays for the ferry?", 2));
  ASSERT_FALSE(summary.picks.empty());
  const std::uint32_t first = summary.picks.front().unit;
  EXPECT_NE(document.unit(first).span.of(document.text()).find("ferry"), std::string_view::npos);
  double largest = 0;
  for (const Chosen& chosen : summary.sentences) {
    ASSERT_TRUE(chosen.relevance.has_value());
    EXPECT_GT(*chosen.relevance, 0);
    largest = std::max(largest, *chosen.relevance);
  }
  EXPECT_EQ(largest, 1);
  EXPECT_EQ(summary.flags, 0u);
}

TEST(Query, UnmatchedIsThePlainSummaryOrNone) {
  const Document document = test::analyze(test::bridge_text);
  const Summary plain = summarize(document, asking(" ", 2));
  EXPECT_FALSE(plain.sentences.front().relevance.has_value());
  Options options = asking("zebra", 2);
  const Summary unmatched = summarize(document, options);
  EXPECT_EQ(test::picked_units(unmatched), test::picked_units(plain));
  EXPECT_EQ(unmatched.sentences.front().relevance, 0.0);
  EXPECT_EQ(unmatched.flags, flag_query_unmatched);
  options.query.unmatched = Unmatched::empty;
  const Summary empty = summarize(document, options);
  EXPECT_EQ(empty.status, Status::empty);
  EXPECT_EQ(empty.flags, flag_query_unmatched);
  EXPECT_TRUE(empty.sentences.empty());
  EXPECT_EQ(empty.scores.size(), document.n_units());
  EXPECT_TRUE(coverage_curve(document, options).picks.empty());
}

TEST(Query, WrongValuesAreInvalidOptions) {
  const Document document = test::analyze(test::bridge_text);
  EXPECT_THROW(summarize(document, asking("\xff", 2)), InvalidOption);
  Options options;
  options.query.relevance = {1, 2};
  EXPECT_THROW(summarize(document, options), InvalidOption);
  const OptionInfo& info = *find_option("relevance");
  for (const double wrong : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(set_option(info, std::vector<double>{0, wrong}, &options), InvalidOption);
  }
}

/// Debug builds abort if a pick raises a gain.
TEST(Query, GainsAreRelevanceTimesWeightOverLength) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::string text = test::random_text(seed);
    const Document document = test::analyze(text);
    Options options = asking("ferry on the river", 1 + seed % 5);
    if (seed % 2 == 1) {
      options.budget = {};
      options.budget.words = 5 + seed;
    }
    const Summary summary = summarize(document, options);
    if (summary.flags != 0 || summary.status == Status::whole_text) continue;
    EXPECT_EQ(summary.divisor, Divisor::root);
    const Explanation explanation = explain(document, options, {}, summary);
    for (const PickExplanation& one : explanation.picks) {
      EXPECT_GT(*one.relevance, 0);
      EXPECT_EQ(one.pick.factor, *one.relevance);
      const double newly = one.pick.factor * one.pick.weight / one.pick.divisor;
      if (&one == &explanation.picks.front()) {
        EXPECT_NEAR(one.pick.gain, newly, 1e-12);
      }
      // What one pick does not say counts, even if several picks cover it together.
      EXPECT_GE(one.pick.gain, 0.3 * newly);
    }
  }
}

TEST(Query, EveryMethodThatTakesOneLeavesOutWhatIsIrrelevant) {
  for (const MethodInfo& method : methods()) {
    if (method.options.find("query") == std::string_view::npos) continue;
    for (unsigned seed = 0; seed < 20; ++seed) {
      const std::string text = test::random_text(seed);
      const Document document = test::analyze(text);
      Options options = asking("report", 30);
      options.method = method.name;
      const Summary summary = summarize(document, options);
      if (summary.flags != 0 || summary.status == Status::whole_text) continue;
      for (const Chosen& chosen : summary.sentences) EXPECT_GT(*chosen.relevance, 0) << method.name;
    }
  }
}

}  // namespace
}  // namespace tersely
