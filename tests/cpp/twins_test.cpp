// Compares the core with its plain twins (textbook.h) on random texts.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/analysed_text.h"
#include "methods/problem.h"
#include "support.h"
#include "tersely/methods.h"
#include "textbook.h"

namespace tersely {
namespace {

class Twins : public testing::TestWithParam<unsigned> {
 protected:
  const std::string text_ = test::random_text(GetParam());
  const Document document_ = test::analyze(text_);
  const textbook::Bags bags_ = textbook::bags(document_);

  /// `expected`: in any scale.
  void expect_scores(const Options& options, const textbook::Vector& expected) {
    if (document_.candidates().empty()) return;
    Workspace workspace;
    const Cancel cancel;
    const std::vector<double> scores = Problem(document_.parts(), options, {}, &workspace, cancel).start.scores;
    const double largest = *std::max_element(expected.begin(), expected.end());
    ASSERT_EQ(scores.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_NEAR(scores[i], largest > 0 ? expected[i] / largest : 0, 1e-8) << text_ << "\nrow " << i;
    }
  }
};
INSTANTIATE_TEST_SUITE_P(RandomTexts, Twins, testing::Range(0u, 60u));

TEST_P(Twins, TfidfIsTheDenseMatrix) {
  const textbook::Matrix expected = textbook::tfidf(bags_);
  const Eigen::MatrixXd actual(document_.parts().tfidf());
  ASSERT_EQ(static_cast<std::size_t>(actual.rows()), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    for (std::size_t t = 0; t < expected[i].size(); ++t) {
      EXPECT_NEAR(actual(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(t)), expected[i][t], 1e-12);
    }
  }
}

TEST_P(Twins, VotesSolveTheirDefinition) {
  const std::vector<double>& votes = document_.parts().votes(Cancel());
  const textbook::Vector expected = textbook::votes(textbook::gram(textbook::tfidf(bags_)));
  ASSERT_EQ(votes.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(votes[i], expected[i], 1e-10);
}

TEST_P(Twins, CoverPicksWhatARescanPicks) {
  for (const std::uint64_t sentences : {1, 3, 7}) {
    Options options;
    options.title = "";
    options.budget.sentences = sentences;
    const Summary summary = tersely::summarize(document_, options);
    if (summary.status != Status::ok) continue;
    EXPECT_EQ(test::picked_units(summary), textbook::cover(document_, sentences, 0)) << text_;
  }
  for (const std::uint64_t words : {8, 20, 50}) {
    Options options;
    options.title = "";
    options.budget.words = words;
    const Summary summary = tersely::summarize(document_, options);
    if (summary.status != Status::ok) continue;
    EXPECT_EQ(test::picked_units(summary), textbook::cover(document_, 0, words)) << text_;
  }
}

TEST_P(Twins, TextrankIsPagerankOnCosines) {
  Options options;
  options.method = "textrank";
  expect_scores(options, textbook::pagerank(textbook::cosines(textbook::tfidf(bags_)), 0.85));
}

TEST_P(Twins, OverlapTextrankIsPagerankOnOverlaps) {
  Options options;
  options.method = "textrank-overlap";
  expect_scores(options, textbook::pagerank(textbook::overlap(bags_), 0.85));
}

TEST_P(Twins, LexrankIsPagerankOnTheIdfModifiedCosine) {
  textbook::Matrix weights = textbook::idf_modified_cosine(bags_);
  Options options;
  options.method = "lexrank";
  options.lexrank.threshold = std::nullopt;
  expect_scores(options, textbook::pagerank(weights, 0.85));

  for (auto& row : weights) {
    for (double& weight : row) weight = weight > 0.1 ? 1 : 0;
  }
  options.lexrank.threshold = 0.1;
  expect_scores(options, textbook::pagerank(weights, 0.85));
}

TEST_P(Twins, EveryMethodNests) {
  for (const MethodInfo& method : methods()) {
    std::vector<std::uint32_t> smaller;
    for (std::uint64_t sentences = 1; sentences <= document_.n_units(); ++sentences) {
      Options options;
      options.method = method.name;
      options.budget.sentences = sentences;
      std::vector<std::uint32_t> units = test::picked_units(tersely::summarize(document_, options));
      std::sort(units.begin(), units.end());
      EXPECT_TRUE(std::includes(units.begin(), units.end(), smaller.begin(), smaller.end()))
          << method.name << ' ' << sentences << '\n'
          << text_;
      smaller = units;
    }
  }
}

}  // namespace
}  // namespace tersely
