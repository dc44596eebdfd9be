// What letters, court opinions, minutes and meetings say beside their matter. Golden values are written by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/analysed_text.h"
#include "candidates/citations.h"
#include "languages/language_tables.h"
#include "support.h"

namespace tersely {
namespace {

struct Case {
  std::string_view language;
  std::string_view before;
  std::string_view matter;
  std::string_view after;
};

bool cites(std::string_view sentence, std::string_view language = "en") {
  const auto words = static_cast<std::uint32_t>(std::count(sentence.begin(), sentence.end(), ' ') + 1);
  return is_citation(sentence, words, Language::find(language).tables().remarks());
}

TEST(Citations, NameCasesStatutesAndPages) {
  for (const std::string_view sentence : {
           "Harmon v. Pike, 290 Ald. 2d 112, 118 (2011); State v. Doe, 271 Ald. 2d 9, 14 (2004).",
           "Accord Crowell v. Housing Auth., 495 S.W.2d 887 (Tex. 1973).",
           "But see O'Callaghan v. Waller & Beckwith Realty Co., 155 N.E.2d 545 (Ill. 1958).",
           "See, e.g., Moor v. Hill, 5 U.S. 137, 140 (1803) (holding that a landlord must inspect the stairs).",
           "See also Restatement (Second) of Torts \u00a7 361 cmt. a (1965).",
           "See Minutes (Dkt. 30).",
           "Id. at 119.",
           "318 F.3d 44 (2003).",
           "David Sizemore v. C.R. Bard, Inc.",
       }) {
    EXPECT_TRUE(cites(sentence)) << sentence;
  }
  EXPECT_TRUE(cites("Vgl. BGH, NJW 2012, 1234.", "de"));
  EXPECT_TRUE(cites("Voir Cass. Com., n\u00b0 12-345.", "fr"));
}

TEST(Citations, SentencesThatSaySomethingAreNone) {
  for (const std::string_view sentence : {
           "See you at the bridge at 7.",
           "See page 12 for the list of boats.",
           "In Harmon v. Pike, 290 Ald. 2d 112 (2011), the court held that a clause of this kind is void.",
           "Harmon v. Pike changed how boats are let.",
           "NATO has 32 members.",
           "The bridge was closed (in 2003).",
           "Arsenal 3, Chelsea 1.",
           "The rent rose to 36 pounds (from 30 in 2003).",
       }) {
    EXPECT_FALSE(cites(sentence)) << sentence;
  }
}

TEST(Remarks, CourtesiesOfLettersAreBoilerplate) {
  const Case cases[] = {
      {"en", "Hi all,\n\nThank you for the quick replies. I hope everyone had a good weekend. ",
       "The boiler is checked on Thursday. The heating will be off until noon. ",
       "Please let me know if you have any questions.\n"},
      {"de", "Liebe Kolleginnen,\n\nvielen Dank für eure Antworten. Ich hoffe, ihr hattet ein schönes Wochenende. ",
       "Der Kessel wird am Donnerstag geprüft. Die Heizung ist bis Mittag aus. ",
       "Bei Fragen könnt ihr mich jederzeit anrufen.\n"},
      {"fr", "Bonjour à tous,\n\nMerci pour vos réponses. J'espère que vous allez bien. ",
       "La chaudière est contrôlée jeudi. Le chauffage est coupé jusqu'à midi. ", "N'hésitez pas à me contacter.\n"},
      {"es", "Estimados colegas:\n\nGracias por sus respuestas. Espero que estén bien. ",
       "La caldera se revisa el jueves. La calefacción estará apagada hasta el mediodía. ",
       "No duden en escribirme.\n"},
  };
  for (const Case& one : cases) {
    AnalysisOptions options;
    options.language = one.language;
    const std::string text = std::string(one.before) + std::string(one.matter) + std::string(one.after);
    const Document document = test::analyze(text, options);
    std::string candidates;
    for (const std::uint32_t unit : document.candidates()) {
      candidates += std::string(document.unit(unit).span.of(text)) + " ";
    }
    EXPECT_EQ(candidates, one.matter);
  }
}

TEST(Remarks, CourtesiesElsewhereAreSentences) {
  const std::string_view novel =
      "She opened the door. I hope you are well, he said. Thank you for the boat. It was a cold morning at the quay.";
  const Document document = test::analyze(novel);
  EXPECT_EQ(test::reason_of(document, "I hope you are well"), Reason::candidate);
  EXPECT_EQ(test::reason_of(document, "Thank you"), Reason::candidate);
}

TEST(Remarks, CourtesiesWithAMatterAreSentences) {
  const std::string_view letter =
      "Dear Ann,\n\nThank you for your order 4711, which leaves our house on Monday. The boat is blue. Thank you.\n";
  const Document document = test::analyze(letter);
  EXPECT_EQ(test::reason_of(document, "Thank you for your order"), Reason::candidate);
  EXPECT_EQ(test::reason_of(document, "Thank you."), Reason::boilerplate);
}

constexpr std::string_view opinion =
    "PETRA VANCE,\n     Plaintiff-Appellee,\n\nv.\n\nLAKEVIEW PROPERTIES, LLC,\n     Defendant-Appellant.\n\n"
    "Argued September 12, 2024. Decided January 9, 2025.\n\n"
    "Vance leased a flat from Lakeview in 2019. She fell on a stairway of the flat whose third step had rotted "
    "through. Vance v. Lakeview Props., LLC, No. 22-1180, 2023 WL 554102 (Ald. Ct. App. Feb. 2, 2023). The court of "
    "appeals affirmed in an opinion about the stairway.\n\n"
    "Lakeview contends that a clause of the lease bars the claim of Vance. See Harmon v. Pike, 290 Ald. 2d 112, 118 "
    "(2011). We hold that a clause of a lease which releases a landlord from liability for a stairway is void.\n\n"
    "It is so ordered.\n";

TEST(Remarks, CitationsAndFormulasOfAnOpinionAreBoilerplate) {
  const Document document = test::analyze(opinion);
  for (const std::string_view sentence :
       {"Argued September", "Decided January", "Vance v. Lakeview", "See Harmon v. Pike", "It is so ordered"}) {
    EXPECT_EQ(test::reason_of(document, sentence), Reason::boilerplate) << sentence;
  }
  EXPECT_EQ(test::reason_of(document, "Vance leased a flat"), Reason::candidate);
}

TEST(Remarks, TheHoldingOfAnOpinionComesFirst) {
  const Document document = test::analyze(opinion);
  Options options;
  options.budget.sentences = 1;
  const Summary summary = summarize(document, options);
  ASSERT_EQ(summary.picks.size(), 1u);
  EXPECT_TRUE(document.unit(summary.picks[0].unit).span.of(opinion).starts_with("We hold that a clause"));
}

TEST(Remarks, TheDecisionsOfMinutesComeFirst) {
  const std::string_view minutes =
      "Minutes of the parish council\nPresent: Marsh, Iqbal, Tan\nApologies: Shaw\n\n"
      "1. Speed limit\nThe survey had recorded an average speed of 38 mph on the lane. Members discussed whether a "
      "chicane or a sign would slow the traffic on the lane. It was agreed to buy two signs for the lane.\n\n"
      "2. Next meeting\nTuesday 14 October 2025 at 7 pm.\n\n"
      "There being no further business, the Chair closed the meeting.\n";
  const Document document = test::analyze(minutes);
  EXPECT_EQ(test::reason_of(document, "There being no"), Reason::boilerplate);
  EXPECT_EQ(test::reason_of(document, "Tuesday 14"), Reason::boilerplate);
  Options options;
  options.budget.sentences = 1;
  const Summary summary = summarize(document, options);
  ASSERT_EQ(summary.picks.size(), 1u);
  EXPECT_TRUE(document.unit(summary.picks[0].unit).span.of(minutes).starts_with("It was agreed"));
}

TEST(Remarks, OneLineOfARecordMakesNoRecord) {
  const std::string_view article =
      "Agenda\n\nThe appeal from the ruling was filed late. The council met on Monday. It was agreed to close the "
      "bridge. The boats wait at the quay.\n\nIt is so ordered.\n";
  const Document document = test::analyze(article);
  EXPECT_EQ(test::reason_of(document, "It is so ordered"), Reason::candidate);
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) EXPECT_EQ(document.parts().factor(unit), 1);
}

TEST(Remarks, PhrasesAreListedOnce) {
  for (const Language& language : Language::all()) {
    std::set<std::pair<std::string_view, WordTable::Bits>> seen;
    for (const DataFile::Word& word : language.tables().file.words()) {
      if ((word.bits & word_bit::remarks) == 0) continue;
      EXPECT_TRUE(seen.insert({word.text, word.bits}).second) << language.name() << ": " << word.text;
    }
  }
}

}  // namespace
}  // namespace tersely
