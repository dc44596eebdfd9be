#include "tersely/summarizer.h"

#include <gtest/gtest.h>

#include <atomic>
#include <ios>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "analysis/analysed_text.h"
#include "analysis/scratch.h"
#include "support.h"
#include "support/parallel.h"
#include "tersely/error.h"
#include "tersely/methods.h"

namespace tersely {
namespace {

Summary within(const Document& document, const Budget& budget) {
  Options options;
  options.budget = budget;
  return tersely::summarize(document, options);
}

TEST(Summarize, KeepsEveryBudget) {
  const Document document = test::analyze(test::bridge_text);
  for (std::uint64_t limit = 1; limit < 140; ++limit) {
    Budget words;
    words.words = limit;
    const Summary by_words = within(document, words);
    if (by_words.status != Status::over_budget) {
      EXPECT_LE(by_words.n_words, limit);
    }
    Budget chars;
    chars.chars = 4 * limit;
    const Summary by_chars = within(document, chars);
    if (by_chars.status != Status::over_budget) {
      EXPECT_LE(count_units(print(document, document.text(), by_chars), OffsetUnit::code_point), 4 * limit);
    }
  }
}

TEST(Summarize, TellsHowTheBudgetWent) {
  const Document document =
      test::analyze("A headline\n\nIt rained all day long. The river rose. The bridge was closed.");
  Budget budget;
  budget.sentences = 2;
  EXPECT_EQ(within(document, budget).status, Status::ok);
  budget.sentences = 3;
  EXPECT_EQ(within(document, budget).status, Status::all_candidates);
  budget.sentences = 4;
  EXPECT_EQ(within(document, budget).status, Status::whole_text);
  EXPECT_EQ(within(document, budget).coverage, 1);
  budget.words = 2;
  EXPECT_EQ(within(document, budget).status, Status::over_budget);
  EXPECT_EQ(within(test::analyze(" \n"), {}).status, Status::empty);
}

TEST(CoverageCurve, HasItsKneeWhereOneMoreSentenceAddsLessThanTheAverage) {
  // By hand: no two sentences share a word, so each pick covers exactly its own words and pairs, 7, 3 and 1 concepts.
  // Each concept is in one sentence and weighs .2 / (1 + position / 10), and longer sentences are picked first.
  const Document document = test::analyze("Alpha bravo charlie delta. Echo foxtrot. Golf!");
  const CoverageCurve curve = coverage_curve(document);
  ASSERT_EQ(curve.picks.size(), 3u);
  const double all = 7 + 3 / 1.1 + 1 / 1.2;
  EXPECT_NEAR(curve.picks[0].coverage, 7 / all, 1e-12);
  EXPECT_NEAR(curve.picks[1].coverage, (7 + 3 / 1.1) / all, 1e-12);
  EXPECT_NEAR(curve.picks[2].coverage, 1, 1e-12);
  EXPECT_EQ(curve.knee, 1u);  // .663 - 1/3 = .330, .921 - 2/3 = .254, 0
  EXPECT_EQ(coverage_curve(test::analyze(" \n")).knee, 0u);
}

TEST(Summarize, CutsAtAWord) {
  const Document document = test::analyze("The old bridge across the river was closed for repairs.");
  Options options;
  options.cut = true;
  options.budget.chars = 17;
  const Summary summary = tersely::summarize(document, options);
  EXPECT_EQ(summary.status, Status::cut);
  EXPECT_EQ(print(document, document.text(), summary), "The old bridge\u2026");
  EXPECT_EQ(summary.sentences.front().span.of(document.text()), "The old bridge");
  EXPECT_TRUE(summary.sentences.front().cut);
  EXPECT_EQ(summary.n_words, 3u);
  options.budget.chars = 3;  // "The" and the ellipsis are four
  EXPECT_EQ(tersely::summarize(document, options).status, Status::over_budget);
}

TEST(Summarize, CutsWithinEveryBudget) {
  const Document document = test::analyze(test::bridge_text);
  for (std::uint64_t limit = 1; limit < document.n_words(); ++limit) {
    Options options;
    options.cut = true;
    options.budget.words = limit;
    EXPECT_LE(tersely::summarize(document, options).n_words, limit);
    options.budget.chars = 5 * limit + 10;
    const Summary summary = tersely::summarize(document, options);
    EXPECT_LE(count_units(print(document, document.text(), summary), OffsetUnit::code_point), 5 * limit + 10);
  }
}

TEST(Summarize, TakesTheDivisorThatCoversMost) {
  // By hand: no two sentences share a word, so a sentence of n words has 2n - 1 concepts, of equal weight but for the
  // position. By the root of the length, the last one is best and leaves room for nothing; by the length, the first is
  // best, then the second: 9 / 1 + 7 / 1.1 against 13 / 1.2.
  const Document document = test::analyze(
      "Alpha bravo charlie delta echo. Foxtrot golf hotel india. Juliett kilo lima mike november oscar papa.");
  Budget budget;
  budget.words = 9;
  const Summary summary = within(document, budget);
  EXPECT_EQ(test::picked_units(summary), (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(summary.divisor, Divisor::length);
  EXPECT_EQ(summary.picks.front().divisor, 5);
  EXPECT_NEAR(summary.coverage, (9 + 7 / 1.1) / (9 + 7 / 1.1 + 13 / 1.2), 1e-12);
  EXPECT_EQ(summary.scores[0], 1);
  budget.sentences = 3;  // then the divisor is sqrt(n + 10)
  EXPECT_EQ(within(document, budget).divisor, Divisor::root);
}

TEST(AnalysedText, AllWordsOfARowHaveItsConcepts) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::string text = test::random_text(seed);
    const Document document = test::analyze(text);
    const AnalysedText& parts = document.parts();
    for (std::uint32_t row = 0; row < parts.n_rows(); ++row) {
      const auto expected = parts.concepts(row);
      EXPECT_EQ(parts.concepts_of_beginning(row, parts.n_words(parts.candidates()[row])),
                (std::vector<std::uint32_t>{expected.begin(), expected.end()}));
      EXPECT_LE(parts.concepts_of_beginning(row, 1).size(), 1u);
    }
  }
}

TEST(Summarize, DropsTheLastPickWhileTokensAreTooMany) {
  const Document document = test::analyze(test::bridge_text);
  Options options;
  options.budget.tokens = 100;
  // Each sentence printed after the first costs three more tokens, which its own count does not show.
  options.count_tokens = [](std::string_view text) {
    std::size_t stops = 0;
    for (const char c : text) stops += c == '.';
    return text.size() / 5 + 3 * (stops - 1);
  };
  const Summary summary = tersely::summarize(document, options);
  EXPECT_GT(summary.picks.size(), 1u);
  EXPECT_LE(options.count_tokens(print(document, document.text(), summary)), 100u);
}

TEST(Summarize, ABudgetOfTokensNeedsAFunctionThatCounts) {
  Options options;
  options.budget.tokens = 100;
  EXPECT_THROW(summarize(test::analyze(test::bridge_text), options), InvalidOption);
  EXPECT_THROW(summarize(test::analyze(""), options), InvalidOption);
}

TEST(Summarize, PicksTheIncludedFirstAndTheExcludedNever) {
  const Document document = test::analyze(test::bridge_text);
  Options options;
  options.budget.sentences = 3;
  Workspace workspace;
  const Summary summary = summarize(document, options, {{6}, {0}}, &workspace, Cancel());
  EXPECT_EQ(summary.picks.front().unit, 6u);
  EXPECT_EQ(summary.picks.size(), 3u);
  for (const Pick& pick : summary.picks) EXPECT_NE(pick.unit, 0u);
  EXPECT_THROW(summarize(document, options, {{99}, {}}, &workspace, Cancel()), InvalidOption);
  EXPECT_THROW(summarize(document, options, {{1}, {1}}, &workspace, Cancel()), InvalidOption);
}

TEST(Summarize, PickWeightsAddUpToTheCoverage) {
  const Document document = test::analyze(test::bridge_text);
  for (const MethodInfo& method : methods()) {
    Options options;
    options.method = method.name;
    options.budget.sentences = 4;
    const Summary summary = tersely::summarize(document, options);
    EXPECT_EQ(summary.coverage, summary.picks.back().coverage);
    EXPECT_GT(summary.coverage, 0);
    EXPECT_LT(summary.coverage, 1);
    if (method.name != "cover") continue;
    for (const Pick& pick : summary.picks) EXPECT_EQ(pick.gain, pick.factor * pick.weight / pick.divisor);
  }
}

TEST(Summarize, StopsAtTheTimeout) {
  const Document document = test::analyze(test::bridge_text);
  Workspace workspace;
  EXPECT_THROW(summarize(document, Options(), {}, &workspace, Cancel(1e-12)), SummaryTimeout);
}

TEST(Summarize, RefusesTooManySentencesForQuadraticMethods) {
  const Document document = test::analyze(test::bridge_text);
  Options options;
  options.method = "textrank-overlap";
  options.graph.max_sentences = 5;
  EXPECT_THROW(tersely::summarize(document, options), LimitExceeded);
}

TEST(Summarize, RefusesTooManyLinksWhileTheyAreMade) {
  const Document document = test::analyze(test::bridge_text);
  for (const auto& [method, way_out] :
       {std::pair{"textrank-overlap", "method=\"textrank\""}, std::pair{"lexrank", "threshold=None"}}) {
    Options options;
    options.method = method;
    options.lexrank.threshold = 0;
    options.graph.max_links = 2;
    try {
      (void)tersely::summarize(document, options);
      ADD_FAILURE() << method << " was not refused";
    } catch (const LimitExceeded& error) {
      EXPECT_NE(std::string(error.what()).find(way_out), std::string::npos) << error.what();
    }
    options.graph.max_links = 28;  // all pairs of eight sentences
    EXPECT_NO_THROW((void)tersely::summarize(document, options));
  }
}

TEST(Summarize, IsTheSameInAnyThread) {
  const Document document = test::analyze(test::bridge_text);
  std::vector<std::string> texts;
  for (unsigned seed = 0; seed < 64; ++seed) texts.push_back(test::random_text(seed));
  const auto run = [&](std::string_view text, Workspace* workspace) {
    const Document own(text, {}, workspace, Cancel());
    return print(own, text, summarize(own, Options(), {}, workspace, Cancel()));
  };
  std::vector<std::string> expected;
  Workspace workspace;
  for (const std::string& text : texts) expected.push_back(run(text, &workspace));

  std::vector<std::string> actual(texts.size());
  std::vector<Workspace> workspaces(8);
  for_each_parallel(
      texts.size(), 8, [&](unsigned worker, std::size_t i) { actual[i] = run(texts[i], &workspaces[worker]); }, [] {});
  EXPECT_EQ(actual, expected);
}

/// Everything a choice consists of.
std::string shown(std::string_view text, Workspace* workspace) {
  const Document document(text, {}, workspace, Cancel());
  const Summary summary = summarize(document, Options(), {}, workspace, Cancel());
  std::ostringstream out;
  out << print(document, text, summary) << std::hexfloat << summary.coverage;
  for (const Pick& pick : summary.picks) out << ' ' << pick.unit << ' ' << pick.gain << ' ' << pick.weight;
  for (const double score : summary.scores) out << ' ' << score;
  for (std::uint32_t row = 0; row < document.parts().n_rows(); ++row) {
    for (const std::uint32_t concept_id : document.parts().concepts(row)) out << ' ' << concept_id;
  }
  return out.str();
}

/// Sentences of numbers, in which all words and pairs differ.
std::string text_of_numbers(std::uint32_t n_words) {
  std::string text;
  for (std::uint32_t word = 0; word < n_words; ++word) {
    text += std::to_string(word * 7919 % 1000003) + (word % 20 == 19 ? ". \n" : " ");
  }
  return text;
}

TEST(Workspaces, LeaveNoTraceInTheNextText) {
  Workspace used;
  const auto expect_the_same = [&used](const std::string& text) {
    Workspace fresh;
    EXPECT_EQ(shown(text, &used), shown(text, &fresh)) << text.substr(0, 200);
  };
  for (unsigned seed = 0; seed < 200; ++seed) {
    expect_the_same(test::random_text(seed));
    if (seed % 50 == 0) expect_the_same(text_of_numbers(1 + 300 * seed));
  }
}

TEST(Workspaces, KeepNoMoreThanTheirLimit) {
  Workspace workspace;
  (void)shown(test::bridge_text, &workspace);
  EXPECT_GT(workspace.scratch().n_bytes(), 0u);
  const std::string text = text_of_numbers(300'000);
  (void)shown(text, &workspace);
  EXPECT_LT(workspace.scratch().n_bytes(), Scratch::max_kept);
  Workspace fresh;
  EXPECT_EQ(shown(test::bridge_text, &workspace), shown(test::bridge_text, &fresh));
}

TEST(Parallel, CallsEachItemOnce) {
  for (const unsigned threads : {0u, 1u, 3u, 16u}) {
    std::vector<std::atomic<int>> calls(100);
    for_each_parallel(100, threads, [&](unsigned, std::size_t i) { ++calls[i]; }, [] {});
    for (const auto& count : calls) EXPECT_EQ(count, 1);
  }
}

TEST(Parallel, RethrowsAndStops) {
  // Too many to finish: the call returns only because the other threads stop.
  constexpr std::size_t endless = std::size_t{1} << 60;
  const auto work = [](unsigned, std::size_t i) {
    if (i == 10) throw LimitExceeded("enough");
  };
  EXPECT_THROW(for_each_parallel(endless, 4, work, [] {}), LimitExceeded);
}

TEST(Parallel, StopsWhenTheWaitingCallerThrows) {
  constexpr std::size_t endless = std::size_t{1} << 60;
  const auto interrupt = [] { throw LimitExceeded("Ctrl-C"); };
  EXPECT_THROW(for_each_parallel(endless, 4, [](unsigned, std::size_t) {}, interrupt), LimitExceeded);
}

}  // namespace
}  // namespace tersely
