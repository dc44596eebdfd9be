// Keyphrases. Golden values are written by hand. tests/python compares them with a textbook implementation.
#include "tersely/keyphrases.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tersely/error.h"

namespace tersely {
namespace {

using Strings = std::vector<std::string>;

std::vector<Keyphrase> find(std::string_view text, std::string_view language = "en", std::uint64_t n = 10,
                            std::uint64_t max_words = 4) {
  Options options;
  options.analysis.language = language;
  options.keyphrases = {n, max_words};
  return keyphrases(Document(text, options.analysis), options);
}

Strings forms(std::string_view text, std::string_view language = "en", std::uint64_t n = 10,
              std::uint64_t max_words = 4) {
  Strings found;
  for (const Keyphrase& keyphrase : find(text, language, n, max_words)) {
    found.emplace_back(keyphrase.form.of(text));
  }
  return found;
}

TEST(Keyphrases, BlankTextAndStopWordsHaveNone) {
  EXPECT_EQ(forms(""), Strings{});
  EXPECT_EQ(forms(" \n\t "), Strings{});
  EXPECT_EQ(forms("It was not for them."), Strings{});
}

TEST(Keyphrases, StopWordsBreakersAndPunctuationEndAPhrase) {
  EXPECT_EQ(forms("The solar panel provides cheap power, and the tide."),
            (Strings{"solar panel", "cheap power", "tide"}));
}

TEST(Keyphrases, VariantsAreOnePhraseWithAllPlaces) {
  const std::string text = "Steam engines are cheap. A steam engine is dear. The Steam Engines of Oslo.";
  const Keyphrase best = find(text).front();
  EXPECT_EQ(best.form.of(text), "Steam engines");
  EXPECT_EQ(best.score, 1);
  EXPECT_EQ(best.spans, (std::vector<Span>{{0, 13}, {27, 39}, {53, 66}}));
}

TEST(Keyphrases, APartCountsOnlyIfItOccursOtherwiseToo) {
  EXPECT_EQ(forms("Deep neural network. Deep neural network."), Strings{"Deep neural network"});
  const Strings found = forms("Deep neural network. Neural network. Neural network of a bee.");
  EXPECT_EQ(found.front(), "Neural network");
}

TEST(Keyphrases, APartOfABetterPhraseIsLeftOut) {
  for (const std::string& form : forms("Carbon tax here. Carbon tax there. Carbon is not the tax.")) {
    EXPECT_TRUE(form == "Carbon tax" || (form != "Carbon" && form != "tax")) << form;
  }
}

TEST(Keyphrases, HyphenatedWordsAreOneWord) {
  EXPECT_EQ(forms("It was a state-of-the-art method.", "en", 1, 2), Strings{"state-of-the-art method"});
  EXPECT_EQ(forms("See how-to-make-the-best-of-your-life now."), Strings{});
}

TEST(Keyphrases, CapitalisedBreakersInsideAUnitArePartOfNames) {
  EXPECT_EQ(forms("They left for New Zealand.", "en", 1), Strings{"New Zealand"});
  EXPECT_EQ(forms("It was for a new bridge.", "en", 1), Strings{"bridge"});
}

TEST(Keyphrases, InitialsAmpersandsAndNumbers) {
  EXPECT_EQ(forms("It is by J. K. Rowling.", "en", 1), Strings{"J. K. Rowling"});
  EXPECT_EQ(forms("It is for Marks & Spencer.", "en", 1), Strings{"Marks & Spencer"});
  EXPECT_EQ(forms("It was 12 Falcon 9 rockets.", "en", 1), Strings{"Falcon 9 rockets"});
}

TEST(Keyphrases, ArticlesAndGenitivesAreCut) {
  EXPECT_EQ(forms("C'est l\u2019\u00e9conomie verte.", "fr", 1), Strings{"\u00e9conomie verte"});
  EXPECT_EQ(forms("L'acqua dell'oceano.", "it", 2), (Strings{"acqua", "oceano"}));
  EXPECT_EQ(forms("It is the ocean's.", "en", 1), Strings{"ocean"});
}

TEST(Keyphrases, ChineseWordsAreJoinedWithoutSpaces) {
  EXPECT_EQ(forms("\u795e\u7ecf\u7f51\u7edc\u662f\u795e\u7ecf\u7f51\u7edc\u3002", "zh", 1),
            Strings{"\u795e\u7ecf\u7f51\u7edc"});
}

TEST(Keyphrases, CodeAndRepeatedLinesDoNotCount) {
  EXPECT_EQ(forms("# Bridges\n\nThe suspension bridge is old.\n\n```\ncompile everything\n```\n", "en", 1),
            Strings{"suspension bridge"});
}

TEST(Keyphrases, LimitsNumberAndLength) {
  const std::string text = "Cold clear mountain lake water. Old oak. Red fox. Grey owl.";
  EXPECT_EQ(forms(text, "en", 2).size(), 2u);
  for (const std::string& form : forms(text, "en", 100, 1)) EXPECT_EQ(form.find(' '), std::string::npos);
}

TEST(Keyphrases, RefusesWrongOptions) {
  EXPECT_THROW(find("The old oak.", "en", 0), InvalidOption);
  EXPECT_THROW(find("The old oak.", "en", 1, 0), InvalidOption);
  EXPECT_THROW(find("The old oak.", "en", 1, 11), InvalidOption);
}

TEST(Keyphrases, LongChainsTakeLinearTime) {
  std::string chain = "a";
  std::string run;
  for (int i = 0; i < 100'000; ++i) {
    chain += "-ba";
    run += "oak ";
  }
  EXPECT_EQ(forms("The " + chain + " is long."), Strings{});
  EXPECT_LE(forms(run).size(), 10u);
}

}  // namespace
}  // namespace tersely
