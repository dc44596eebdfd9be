#include "candidates/candidates.h"
#include "text/white_space.h"

#include <gtest/gtest.h>

#include <string>

#include "support.h"

namespace tersely {
namespace {

/// The reason of the unit that starts with `beginning`.
constexpr std::string_view page =
    "Council closes old bridge\n"
    "EXAMPLE NEWS\n"
    "A ferry at the old bridge in May.\n"
    "Photo: A. Person\n"
    "The council voted on Tuesday to close the old bridge for repairs of its beams. It was built in 1904.\n"
    "Engineers had found cracks in two of the main beams, and feared that they would break.\n"
    "A ferry will carry pedestrians and bicycles across the river while the bridge is closed.\n"
    "The mayor said that the ferry would be free. It was built in 1904.\n"
    "Read more\n"
    "Ten bridges to see\n"
    "Sign up\n"
    "\u00a9 2025 Example News Ltd.";

TEST(Candidates, EntriesOfATableOfContentsAreNone) {
  const std::string prose = "The pier is old. It was built by the town. Nobody has asked for a boat since then.\n";
  for (const std::string entry : {"2.1 Piers of the north . . . . . . . . . .", "Piers of the north............... 12.",
                                  "Line 7 of the form of the harbour . . . . . ."}) {
    EXPECT_NE(test::reason_of(test::analyze(prose + entry + "\n" + prose), entry.substr(0, 8)), Reason::candidate)
        << entry;
  }
  const std::string said = "They said . . . . that the pier is theirs.";
  EXPECT_EQ(test::reason_of(test::analyze(prose + said), "They said"), Reason::candidate);
  EXPECT_EQ(test::reason_of(test::analyze(prose + "Wait for it.....\n" + prose), "Wait for it"), Reason::candidate);
}

TEST(Candidates, AreTheSentencesOfTheProse) {
  const Document document = test::analyze(page);
  EXPECT_EQ(test::reason_of(document, "The council voted"), Reason::candidate);
  EXPECT_EQ(test::reason_of(document, "The mayor said"), Reason::candidate);
  EXPECT_EQ(test::reason_of(document, "Council closes"), Reason::heading);
  EXPECT_EQ(test::reason_of(document, "Read more"), Reason::heading);
}

TEST(Candidates, CaptionsBetweenHeadingsAreSparse) {
  EXPECT_EQ(test::reason_of(test::analyze(page), "A ferry at the old bridge"), Reason::sparse);
}

/// The page with `line` inserted between two paragraphs and `next` on the line after it.
std::string page_with(std::string_view line, std::string_view next) {
  std::string text(page);
  const std::string_view before = "A ferry will carry";
  text.insert(text.find(before), std::string(line) + "\n" + std::string(next) + "\n");
  return text;
}

TEST(Candidates, TeasersThatAreCutShortAreSparse) {
  for (const std::string_view teaser :
       {"Bridges are not what they were in the days of\u2026", "The town has long waited for...",
        "Nobody knows when the next one will close [...]"})
    EXPECT_EQ(test::reason_of(test::analyze(page_with(teaser, "Posted by Example News")), teaser), Reason::sparse)
        << teaser;

  const std::string whole = page_with("Bridges grow old. Repairs are slow. In\u2026", "Posted by Example News");
  EXPECT_EQ(test::reason_of(test::analyze(whole), "Bridges grow old."), Reason::sparse);
  EXPECT_EQ(test::reason_of(test::analyze(whole), "Repairs are slow."), Reason::sparse);
}

TEST(Candidates, AnEllipsisInProseOrSpeechCutsNothingShort) {
  const std::string_view said = "The town has long waited for...";
  EXPECT_EQ(test::reason_of(test::analyze(page_with(said, "It was ready for a new one at last.")), said),
            Reason::candidate);
  const std::string_view quoted = "\u201cWell, we waited for it\u2026\u201d";
  EXPECT_EQ(test::reason_of(test::analyze(page_with(quoted, "Posted by Example News")), quoted), Reason::candidate);

  const std::string longer =
      page_with("Bridges grow old. Repairs are slow. They cost much. In time\u2026", "Next steps");
  EXPECT_EQ(test::reason_of(test::analyze(longer), "Bridges grow old."), Reason::candidate);
  EXPECT_EQ(test::reason_of(test::analyze(longer), "In time"), Reason::sparse);
}

TEST(Candidates, IntroductionsOfInstructionsAreNotSparse) {
  const std::string steps =
      "Bleeding a radiator\n\nA radiator that is cold at the top has air in it.\n\nSteps\n\n"
      "1. Turn the heating off.\n2. Find the valve.\n3. Hold the bowl below it.\n4. Turn the key.\n";
  EXPECT_EQ(test::reason_of(test::analyze(steps), "A radiator that"), Reason::candidate);
  // On a page of prose the same line is a caption.
  EXPECT_EQ(test::reason_of(test::analyze(page_with("Next\nA radiator that is cold.", "More")), "A radiator that"),
            Reason::sparse);
}

std::string cue(std::string_view text) { return "00:01.000 --> 00:02.000\n" + std::string(text) + "\n\n"; }

TEST(Candidates, HalvesOfSentencesInSubtitlesAreSparse) {
  const std::string halves = cue("In the sixties the towns") + cue("let their sewage run.");
  const std::string whole = cue("The lake was clear.") + cue("The fish had died.") + cue("Today it is clean.");
  const std::string text = "WEBVTT\n\n" + halves + whole;
  const Document document = test::analyze(text);
  EXPECT_EQ(test::reason_of(document, "In the sixties"), Reason::sparse);
  EXPECT_EQ(test::reason_of(document, "let their"), Reason::sparse);
  EXPECT_EQ(test::reason_of(document, "The lake"), Reason::candidate);
  // Without the halves only 4 of 23 words would be left, which is too little.
  const std::string long_halves =
      cue("In the sixties the towns on the shore of the lake") + cue("let all of their sewage run into it.");
  EXPECT_EQ(test::reason_of(test::analyze("WEBVTT\n\n" + long_halves + cue("The lake was clear.")), "In the"),
            Reason::candidate);
  EXPECT_EQ(test::reason_of(test::analyze("WEBVTT\n\n" + long_halves + cue("The lake was clear and cold.")), "In the"),
            Reason::sparse);
  std::string unpunctuated = "WEBVTT\n\n" + cue("Oh.") + cue("Yes.") + cue("No.");
  for (int i = 0; i < 20; ++i) unpunctuated += cue("and then the boats of town " + std::to_string(i) + " came");
  EXPECT_EQ(test::reason_of(test::analyze(unpunctuated), "and then the boats of town 7"), Reason::candidate);
}

TEST(Candidates, CaptionsWithACreditOnTheirLineAreSparse) {
  const std::string text = page_with("The bridge was full on Monday. Few walked. Ann Person", "Next steps");
  const Document document = test::analyze(text);
  EXPECT_EQ(test::reason_of(document, "The bridge was full"), Reason::sparse);
  EXPECT_EQ(test::reason_of(document, "Few walked."), Reason::sparse);
}

TEST(Candidates, ANameBehindAParagraphOrOnALineOfItsOwnIsNoCredit) {
  const std::string_view caption = "The bridge was full on Monday.";
  EXPECT_EQ(test::reason_of(test::analyze(page_with(caption, "Ann Person")), caption), Reason::candidate);
  const std::string longer =
      page_with("The bridge was full on Monday. Few walked. Most drove. Ann Person", "Next steps");
  EXPECT_EQ(test::reason_of(test::analyze(longer), caption), Reason::candidate);
  EXPECT_EQ(
      test::reason_of(test::analyze(page_with("The bridge was full on Monday. More about old bridges", "Next steps")),
                      caption),
      Reason::candidate);
}

TEST(Candidates, AThaiWordElsewhereMakesNoSentencesOfLongHeadings) {
  const std::string_view headline = "Ten old bridges that you should see before they close";
  std::string text(page);
  text.append("\n").append(headline).append("\n\u0e44\u0e17\u0e22");
  EXPECT_EQ(test::reason_of(test::analyze(text), headline), Reason::heading);
}

TEST(Candidates, LinesAboutRightsAreBoilerplate) {
  EXPECT_EQ(test::reason_of(test::analyze(page), "\u00a9 2025"), Reason::boilerplate);
  EXPECT_EQ(test::reason_of(test::analyze("\u00a9 2025 Example News Ltd."), "\u00a9 2025"), Reason::candidate);
}

TEST(Candidates, ACopyrightSignDirectlyAfterALetterIsNone) {
  const std::string bridge(test::bridge_text);
  const std::string misread = bridge + " The caf\u00c3\u00a9 was clos\u00c3\u00a9d on Monday.";
  EXPECT_EQ(test::reason_of(test::analyze(misread), "The caf"), Reason::candidate);
  EXPECT_EQ(test::reason_of(test::analyze(bridge + " All pictures \u00a9 Ann Person."), "All pictures"),
            Reason::boilerplate);
}

TEST(Candidates, DatesAndTimesAloneAreBoilerplate) {
  const auto reason_of = [](const std::string& line) {
    return test::reason_of(test::analyze(line + " The pier is old . It was built by the town in 1904 ."), line);
  };
  for (const std::string date :
       {"14:11 EST, 25 October 2013 .", "12.03.2014, 10:30.", "Monday, 3 March 2014, 10:30 AM."}) {
    EXPECT_EQ(reason_of(date), Reason::boilerplate) << date;
  }
  for (const std::string sentence : {"It opened at 10:30.", "Born 3 May 1904 in Oxholm.", "They met on 12 May 2013."}) {
    EXPECT_EQ(reason_of(sentence), Reason::candidate) << sentence;
  }
}

TEST(Candidates, RepetitionsAreDroppedAfterTheFirst) {
  const Document document = test::analyze(page);
  std::uint32_t repeated = 0;
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) repeated += document.reason(unit) == Reason::repeated;
  EXPECT_EQ(repeated, 1u);
  EXPECT_NE(document.flags() & flag_repeated, 0u);
}

TEST(Candidates, PiecesOfAMenuAreBoilerplateButSpeechIsNot) {
  std::string archive = "Archives";
  for (int year = 2019; year > 1999; --year) {
    for (const char* month : {" January ", " April ", " July ", " October "})
      archive.append(month).append(std::to_string(year));
  }
  std::string menu(page);
  menu.append("\n").append(archive);
  const Document with_menu = test::analyze(menu);
  EXPECT_EQ(test::reason_of(with_menu, "Archives"), Reason::boilerplate);

  std::string speech = "so we should start with the remote";
  for (int i = 0; i < 30; ++i) speech += " and then we look at the buttons again because people lose them";
  EXPECT_EQ(test::reason_of(test::analyze(speech), "so we should"), Reason::candidate);
}

TEST(Candidates, HeadingsCountWhereThereIsHardlyASentence) {
  const Document document = test::analyze("Fresh bread\n\nOpen all day\n\nTwo ovens\n\nCome in");
  EXPECT_EQ(document.candidates().size(), 4u);
  EXPECT_NE(document.flags() & flag_headings_used, 0u);
}

TEST(Candidates, GivenSentencesAreTakenAsTheyAre) {
  const std::string text = "no stop here\n\nNO STOP HERE EITHER\nno stop here";
  Workspace workspace;
  const Document document(text, {{0, 12}, {13, 13}, {14, 33}, {34, 46}}, {}, &workspace, Cancel());
  EXPECT_EQ(document.reason(0), Reason::candidate);
  EXPECT_EQ(document.reason(1), Reason::blank);
  EXPECT_EQ(document.reason(2), Reason::candidate);
  EXPECT_EQ(document.reason(3), Reason::repeated);
}

TEST(CollapseWhiteSpace, LeavesOneSpaceBetweenWords) {
  EXPECT_EQ(collapse_white_space(" a \t\n b\u3000c "), "a b c");
  EXPECT_EQ(collapse_white_space(" \n "), "");
}

}  // namespace
}  // namespace tersely
