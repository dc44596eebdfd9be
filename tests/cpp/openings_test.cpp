// The words at the beginning of a sentence that refer to the sentence before it.
#include "languages/openings.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>

#include "languages/language_tables.h"

namespace tersely {
namespace {

Openings::Found opening(std::string_view language, std::string_view sentence) {
  return Language::find(language).tables().openings().find(sentence);
}

struct Case {
  std::string_view language;
  std::string_view sentence;
  Opening kind;
  std::string_view text;
};

constexpr Opening pronoun = Opening::pronoun;
constexpr Opening connective = Opening::connective;
constexpr Opening self_contained = Opening::self_contained;

TEST(Openings, AreFoundInEveryListedLanguage) {
  constexpr std::array<Case, 33> cases = {{
      {"en", "He left on Monday.", pronoun, "He"},
      {"en", "As a result, the bridge was closed.", connective, "As a result"},
      {"en", "The bridge was closed.", self_contained, ""},
      {"en", "It is likely that the bridge will close.", self_contained, ""},
      {"en", "It is a bridge.", pronoun, "It"},
      {"en", "This week the bridge was closed.", self_contained, ""},
      {"en", "This bridge was closed.", pronoun, "This"},
      {"de", "Sie schlossen die Brücke.", pronoun, "Sie"},
      {"de", "Außerdem ist sie alt.", connective, "Außerdem"},
      {"de", "Das ist teuer.", pronoun, "Das ist"},
      {"de", "Das Haus ist teuer.", self_contained, ""},
      {"de", "Es gibt zwei Fähren.", self_contained, ""},
      {"fr", "Elle ferme le pont.", pronoun, "Elle"},
      {"fr", "Par ailleurs, le bac est gratuit.", connective, "Par ailleurs"},
      {"fr", "Il y a deux bacs.", self_contained, ""},
      {"fr", "Il n’y a pas de bac.", self_contained, ""},
      {"fr", "C'est pourquoi le pont ferme.", connective, "C'est pourquoi"},
      {"fr", "C'est un pont.", self_contained, ""},
      {"fr", "Celui-ci est fermé.", pronoun, "Celui-ci"},
      {"es", "Ellos cerraron el puente.", pronoun, "Ellos"},
      {"es", "Sin embargo, el puente es viejo.", connective, "Sin embargo"},
      {"es", "Esta semana cierran el puente.", self_contained, ""},
      {"it", "Questo ponte è chiuso.", pronoun, "Questo"},
      {"it", "Quest'anno il ponte è chiuso.", self_contained, ""},
      {"it", "Il suo ponte è chiuso.", pronoun, "Il suo"},
      {"it", "D’altra parte il ponte è vecchio.", connective, "D’altra parte"},
      {"pt", "Eles fecharam a ponte.", pronoun, "Eles"},
      {"pt", "Além disso, a ponte é velha.", connective, "Além disso"},
      {"pt", "Depois da ponte há um rio.", self_contained, ""},
      {"nl", "Zij sloten de brug.", pronoun, "Zij"},
      {"nl", "Daarom is de brug dicht.", connective, "Daarom"},
      {"nl", "Dit jaar is de brug dicht.", self_contained, ""},
      {"ru", "Он закрыл мост.", self_contained, ""},  // no lists
  }};
  for (const Case& one : cases) {
    const Openings::Found found = opening(one.language, one.sentence);
    EXPECT_EQ(found.kind, one.kind) << one.sentence;
    EXPECT_EQ(found.text, one.text) << one.sentence;
  }
}

TEST(Openings, FollowQuotesBracketsAndDashes) {
  for (const std::string_view sentence : {"\"He left.", "“He left.", "(He left.", "– “He left.", "*He* left."}) {
    EXPECT_EQ(opening("en", sentence).text, "He") << sentence;
  }
}

TEST(Openings, AreWholeWordsInAnyCase) {
  EXPECT_EQ(opening("en", "HE LEFT.").text, "HE");
  EXPECT_EQ(opening("en", "Heather left.").kind, self_contained);
  EXPECT_EQ(opening("en", "3 of them left; he did not.").kind, self_contained);
}

TEST(Openings, EndAtAnApostropheButNotAtAHyphen) {
  EXPECT_EQ(opening("en", "It's closed.").text, "It");
  EXPECT_EQ(opening("en", "It’s closed.").text, "It");
  EXPECT_EQ(opening("en", "It’s clear that it closed.").kind, self_contained);
  EXPECT_EQ(opening("en", "So-called experts left.").kind, self_contained);
  EXPECT_EQ(opening("en", "So - he left.").text, "So");
}

TEST(Openings, MatchDecomposedLetters) { EXPECT_EQ(opening("pt", "Ale\u0301m disso, choveu.").kind, connective); }

TEST(Openings, AllowOneToSixWordsInAGap) {
  EXPECT_EQ(opening("en", "It is that bridge.").kind, pronoun);
  EXPECT_EQ(opening("en", "It is 1 that fell.").kind, self_contained);
  EXPECT_EQ(opening("en", "It is 1 2 3 4 5 6 that fell.").kind, self_contained);
  EXPECT_EQ(opening("en", "It is 1 2 3 4 5 6 7 that fell.").kind, pronoun);
}

TEST(Openings, OfSentencesWithoutWords) {
  for (const std::string_view sentence : {"", "...", "–"}) EXPECT_EQ(opening("en", sentence).text, "") << sentence;
}

TEST(Openings, AreListedOnce) {
  for (const Language& language : Language::all()) {
    std::set<std::string_view> seen;
    for (const DataFile::Word& word : language.tables().file.words()) {
      if ((word.bits & word_bit::openings) == 0) continue;
      EXPECT_TRUE(seen.insert(word.text).second) << language.name() << ": " << word.text;
    }
  }
}

}  // namespace
}  // namespace tersely
