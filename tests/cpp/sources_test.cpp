// Several texts that are summarized together.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysed_text.h"
#include "support.h"
#include "tersely/error.h"
#include "tersely/explain.h"
#include "tersely/sources.h"
#include "textbook.h"

namespace tersely {
namespace {

using Views = std::vector<std::string_view>;
using Picks = std::set<std::string>;

Picks picks(const Views& texts, const Options& options) {
  const Sources sources = join_sources(texts);
  const Document document(sources);
  Picks picked;
  for (const Pick& pick : summarize(document, options).picks) {
    picked.emplace(document.unit(pick.unit).span.of(document.text()));
  }
  return picked;
}

Options with_sentences(std::uint64_t n) {
  Options options;
  options.budget.sentences = n;
  return options;
}

class SetsOfTexts : public testing::TestWithParam<unsigned> {
 protected:
  const std::string first_ = test::random_text(GetParam());
  const std::string second_ = test::random_text(GetParam() + 100);
  const std::string third_ = test::random_text(GetParam() + 200);
};
INSTANTIATE_TEST_SUITE_P(RandomTexts, SetsOfTexts, testing::Range(0u, 30u));

TEST_P(SetsOfTexts, VotesSolveTheirDefinition) {
  const Sources sources = join_sources(Views{first_, second_, third_});
  const Document document(sources);
  const AnalysedText& parts = document.parts();
  std::vector<std::uint32_t> source_of_row;
  for (const std::uint32_t unit : document.candidates()) source_of_row.push_back(document.source_of(unit));
  const textbook::Vector expected =
      textbook::votes(textbook::gram(textbook::tfidf(textbook::bags(document))), source_of_row);
  const std::vector<double>& votes = parts.votes(Cancel());
  ASSERT_EQ(votes.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(votes[i], expected[i], 1e-10);
}

TEST(Sources, CodeIsChosenOnlyIfNoTextHasSentences) {
  const std::string code = "```python\ndef dams(year):\n    return 1\n```";

  EXPECT_EQ(picks({code, "The dams hold water. A dam is old."}, with_sentences(5)),
            (Picks{"The dams hold water.", "A dam is old."}));
  EXPECT_FALSE(picks({code, " "}, with_sentences(5)).empty());
}

TEST_P(SetsOfTexts, OneTextIsSummarizedAsThatText) {
  const Sources sources = join_sources(Views{first_});
  const Document set(sources);
  const Document alone = test::analyze(first_);
  const Summary of_set = summarize(set, with_sentences(3));
  const Summary of_text = summarize(alone, with_sentences(3));
  EXPECT_EQ(test::picked_units(of_set), test::picked_units(of_text));
  EXPECT_EQ(of_set.scores, of_text.scores);
  EXPECT_EQ(of_set.coverage, of_text.coverage);
  EXPECT_EQ(print(set, set.text(), of_set), print(alone, first_, of_text));
}

TEST_P(SetsOfTexts, TheirOrderChangesNoChoice) {
  for (const std::uint64_t n : {1, 3, 8}) {
    const Picks expected = picks({first_, second_, third_}, with_sentences(n));
    EXPECT_EQ(picks({third_, first_, second_}, with_sentences(n)), expected);
    EXPECT_EQ(picks({second_, third_, first_}, with_sentences(n)), expected);
  }
}

TEST_P(SetsOfTexts, EachUnitStandsInItsText) {
  const std::vector<std::string> texts = {first_, "", second_, " \n", third_};
  const Sources sources = join_sources(Views(texts.begin(), texts.end()));
  const Document document(sources);
  ASSERT_EQ(document.n_sources(), texts.size());
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) {
    const std::uint32_t source = document.source_of(unit);
    const Span text = document.source_span(source);
    const Span span = document.unit(unit).span;
    ASSERT_LE(text.begin, span.begin);
    ASSERT_LE(span.end, text.end);
    EXPECT_EQ(text.of(document.text()), texts[source]);
  }
}

TEST(Sources, EachTextHasItsPositionsAndItsFirstSentence) {
  const Sources sources = join_sources(Views{"It rained all day. Nobody came.", "The sun shone. All left."});
  const Document document(sources);
  Options options = with_sentences(2);
  options.method = "lead";
  EXPECT_EQ(print(document, document.text(), summarize(document, options)), "It rained all day.\nThe sun shone.");
}

TEST(Sources, AnExplanationCountsThoseThatSayIt) {
  const Views texts = {"The old bridge is closed.", "The old bridge is closed. A ferry runs.", "Cats sleep all day."};
  const Sources sources = join_sources(texts);
  const Document document(sources);
  const Options options = with_sentences(1);
  const Explanation explanation = explain(document, options, {}, summarize(document, options));
  EXPECT_EQ(explanation.n_sources, 3u);
  ASSERT_EQ(explanation.picks.size(), 1u);
  EXPECT_EQ(explanation.picks[0].said_by, (std::vector<std::uint32_t>{0, 1}));
}

TEST(Sources, WhatWasSeenWeighsLess) {
  const std::string text = "The old bridge is closed. The old bridge has cracks. A ferry carries people to town.";
  const Document document = test::analyze(text);
  Constraints constraints;
  constraints.seen.sentences = {"The old bridge is closed and has cracks."};
  const auto units = test::picked_units(summarize(document, with_sentences(1), constraints));
  EXPECT_EQ(units, std::vector<std::uint32_t>{2});
  Options lead = with_sentences(1);
  lead.method = "lead";
  EXPECT_THROW(summarize(document, lead, constraints), InvalidOption);
}

TEST(Sources, ScoresAreChecked) {
  const Views texts = {"It rained.", "It snowed."};
  EXPECT_THROW(join_sources(texts, {1}), InvalidOption);
  EXPECT_THROW(join_sources(texts, {1, -1}), InvalidOption);
  EXPECT_EQ(join_sources(texts, {0, 1}).scores.size(), 2u);
}

TEST(Sources, NoTextsAreABlankDocument) {
  const Sources none = join_sources({});
  EXPECT_EQ(summarize(Document(none)).status, Status::empty);
}

}  // namespace
}  // namespace tersely
