// Lines that are not prose: mails, subtitles, Markdown, chats, data. Golden values are written by hand.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tersely/segmenter.h"

namespace tersely {
namespace {

using Strings = std::vector<std::string>;

/// "kind: text" for every unit.
Strings read(std::string_view text, std::string_view language = "en", Markup markup = Markup::automatic) {
  SegmenterOptions options;
  options.markup = markup;
  Strings units;
  for (const Unit& unit : segment(text, Language::find(language), options, Cancel())) {
    units.push_back(std::string(to_string(unit.kind)) + ": " + std::string(unit.span.of(text)));
  }
  return units;
}

/// The texts of the units that are neither code nor headings.
Strings prose(std::string_view text, std::string_view language = "en", Markup markup = Markup::automatic) {
  SegmenterOptions options;
  options.markup = markup;
  Strings units;
  for (const Unit& unit : segment(text, Language::find(language), options, Cancel())) {
    if (unit.kind != UnitKind::code && unit.kind != UnitKind::heading) units.emplace_back(unit.span.of(text));
  }
  return units;
}

TEST(KnownHeadings, AreWholeUnitsWhateverTheyLookLike) {
  const std::string_view text =
      "Why did the bridge fall? Nobody asked.\nThe beams were weak. So it fell.\nBeams. Bolts.\n";
  SegmenterOptions options;
  options.newline = Newline::hard;
  options.headings = {{0, 38}, {72, 85}};
  Strings units;
  for (const Unit& unit : segment(text, Language::find("en"), options, Cancel())) {
    units.push_back(std::string(to_string(unit.kind)) + ": " + std::string(unit.span.of(text)));
    EXPECT_EQ(unit.terminated, unit.kind == UnitKind::sentence);
  }
  EXPECT_EQ(units, (Strings{"heading: Why did the bridge fall? Nobody asked.", "sentence: The beams were weak.",
                            "sentence: So it fell.", "heading: Beams. Bolts."}));
}

TEST(Mail, HeaderIsCodeAndItsSubjectAHeading) {
  EXPECT_EQ(
      read("From: Ann <a@x.org>\nTo: Bob\nSubject: The boat\nDate: Mon, 3 Mar 2025\n\nThe boat is ready. Come!\n"),
      (Strings{"code: From: Ann <a@x.org>", "code: To: Bob", "heading: Subject: The boat",
               "code: Date: Mon, 3 Mar 2025", "sentence: The boat is ready.", "sentence: Come!"}));
}

TEST(Mail, HeadersMayBeEmphasised) {
  EXPECT_EQ(
      read("The boat is ready.\n\n*From:* Ann [mailto:a@x.org]\n*Sent:* Monday\n*To:* Bob\n*Subject:* The boat!\n\n"
           "Is it ready?\n"),
      (Strings{"sentence: The boat is ready.", "code: *From:* Ann [mailto:a@x.org]", "code: *Sent:* Monday",
               "code: *To:* Bob", "heading: *Subject:* The boat!", "sentence: Is it ready?"}));
  EXPECT_EQ(read("*Note:* a poem.\n*To:* the shore.\n"),
            (Strings{"sentence: *Note:* a poem.", "sentence: *To:* the shore."}));
}

TEST(Mail, QuotedLinesOfAllDepthsAreOut) {
  EXPECT_EQ(prose("Yes, it is.\n\nOn Mon, 3 Mar 2025, Bob wrote:\n> Is it ready?\n>> It was not.\n> > Nor before.\n"),
            Strings{"Yes, it is."});
}

TEST(Mail, AttributionsInOtherLanguages) {
  EXPECT_EQ(prose("Es ist fertig.\n\nAm 3. M\u00e4rz 2025 um 10:02 schrieb Bob <b@x.org>:\n> Ist es fertig?\n", "de"),
            Strings{"Es ist fertig."});
  EXPECT_EQ(
      prose("Il est pr\u00eat.\n\nLe 3 mars 2025 \u00e0 10:02, Bob <b@x.org> a \u00e9crit :\n> Est-il l\u00e0 ?\n",
            "fr"),
      Strings{"Il est pr\u00eat."});
}

TEST(Mail, QuotationInAnEssayStays) {
  EXPECT_EQ(prose("The poet wrote:\n\n> The sea is wide. It is cold.\n\nThat was all.\n"),
            (Strings{"> The sea is wide.", "It is cold.", "That was all."}));
}

TEST(Mail, SignatureIsOut) {
  EXPECT_EQ(prose("The boat is ready. Come on Friday.\n\n-- \nAnn Smith\nHarbour Road 3\n"),
            (Strings{"The boat is ready.", "Come on Friday."}));
}

TEST(Subtitles, NumbersAndTimesAreCodeAndSoundsHeadings) {
  EXPECT_EQ(read("1\n00:00:01,000 --> 00:00:02,000\nThe lake was\nclear once.\n\n2\n00:00:03,000 --> 00:00:04,000\n"
                 "[music]\n"),
            (Strings{"code: 1", "code: 00:00:01,000 --> 00:00:02,000", "sentence: The lake was\nclear once.", "code: 2",
                     "code: 00:00:03,000 --> 00:00:04,000", "heading: [music]"}));
}

TEST(Subtitles, WindowsLineEnds) {
  EXPECT_EQ(prose("1\r\n00:00:01,000 --> 00:00:02,000\r\nHello there.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n"
                  "Good bye.\r\n"),
            (Strings{"Hello there.", "Good bye."}));
}

TEST(Subtitles, SentenceOverTwoCuesIsTwoVerbatimUnits) {
  // One span cannot hold both halves without the times between them.
  EXPECT_EQ(prose("1\n00:00:01,000 --> 00:00:02,000\nThen the towns\n\n2\n00:00:03,000 --> 00:00:04,000\ncame near.\n"),
            (Strings{"Then the towns", "came near."}));
}

/// The units that are parts of sentences.
Strings parts(std::string_view text) {
  Strings units;
  for (const Unit& unit : segment(text, Language::find("en"), {}, Cancel())) {
    if (unit.partial) units.emplace_back(unit.span.of(text));
  }
  return units;
}

TEST(Subtitles, PartsOfASentenceOverCuesAreMarked) {
  EXPECT_EQ(parts("1\n00:00:01,000 --> 00:00:02,000\nIt was so. Then the towns\n\n2\n00:00:03,000 --> 00:00:04,000\n"
                  "[music]\n\n3\n00:00:05,000 --> 00:00:06,000\nof Oslo county\n\n4\n00:00:07,000 --> 00:00:08,000\n"
                  "came near. They stayed.\n"),
            (Strings{"Then the towns", "of Oslo county", "came near."}));
}

TEST(Subtitles, WholeSentencesAndWhatOthersSayAreNoParts) {
  EXPECT_EQ(parts("1\n00:00:01,000 --> 00:00:02,000\nHe is here.\n\n2\n00:00:03,000 --> 00:00:04,000\nI thought\n\n3\n"
                  "00:00:05,000 --> 00:00:06,000\n- No!\n"),
            Strings{});
  EXPECT_EQ(parts("Then the towns\n\ncame near.\n"), Strings{});
}

TEST(Subtitles, TagsAtTheEndsOfACueAreCode) {
  EXPECT_EQ(read("1\n00:00:01,000 --> 00:00:02,000\n<i>It will <b>never</b> pay.</i>\n\n2\n"
                 "00:00:03,000 --> 00:00:04,000\n{\\an8}<b>It did,\nin the end.</b>\n\n3\n"
                 "00:00:05,000 --> 00:00:06,000\nI <3 it.\n"),
            (Strings{"code: 1", "code: 00:00:01,000 --> 00:00:02,000", "code: <i>",
                     "sentence: It will <b>never</b> pay.", "code: </i>", "code: 2",
                     "code: 00:00:03,000 --> 00:00:04,000", "code: {\\an8}<b>", "sentence: It did,\nin the end.",
                     "code: </b>", "code: 3", "code: 00:00:05,000 --> 00:00:06,000", "sentence: I <3 it."}));
}

TEST(Subtitles, VoiceTagsOfWebVttBeginTurns) {
  const std::string_view text =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mary>The lake was clear. It is not.</v>\n\n00:03.000 --> 00:04.000\n<v "
      "Bob>Oh\n";
  EXPECT_EQ(read(text), (Strings{"code: WEBVTT", "code: 00:01.000 --> 00:02.000", "code: <v Mary>",
                                 "turn: The lake was clear.", "sentence: It is not.", "code: </v>",
                                 "code: 00:03.000 --> 00:04.000", "code: <v Bob>", "turn: Oh"}));
}

TEST(Subtitles, TagsElsewhereStay) {
  EXPECT_EQ(prose("<i>It will never pay.</i> So they said.\n"),
            (Strings{"<i>It will never pay.</i>", "So they said."}));
}

TEST(Subtitles, WebVttHeaderNotesStylesNamesAndSettingsAreCode) {
  EXPECT_EQ(prose("WEBVTT - Title\nKind: captions\n\nNOTE A note.\nOver two lines.\n\nSTYLE\n::cue { color: red; }\n\n"
                  "intro\n00:01.000 --> 00:02.000 align:start position:0%\nThe lake was clear once.\n\n"
                  "00:03.000 --> 00:04.000\nNOTED by all, it changed.\n"),
            (Strings{"The lake was clear once.", "NOTED by all, it changed."}));
}

TEST(Markdown, FrontMatterCommentsImagesAndTablesAreCode) {
  EXPECT_EQ(
      read("---\ntitle: A\n---\n\n<!-- a comment. -->\n\n![An image.](a.png)\n\n| a | b |\n|---|---|\n| 1 | 2. |\n\n"
           "It is so.\n",
           "en", Markup::markdown),
      (Strings{"code: ---", "code: title: A", "code: ---", "code: <!-- a comment. -->", "code: ![An image.](a.png)",
               "code: | a | b |", "code: |---|---|", "code: | 1 | 2. |", "sentence: It is so."}));
}

TEST(Markdown, HeadingsOfBothKinds) {
  EXPECT_EQ(read("The title\n=========\n\nIt is so.\n\n## Is it? ##\n\nYes.\n", "en", Markup::markdown),
            (Strings{"heading: The title", "code: =========", "sentence: It is so.", "heading: ## Is it? ##",
                     "sentence: Yes."}));
}

TEST(Markdown, FencedAndIndentedCode) {
  EXPECT_EQ(prose("Run it.\n\n```py\nx = 1.\nDone. Really.\n```\n\n    y = 2. No prose.\n\nIt runs.\n", "en",
                  Markup::markdown),
            (Strings{"Run it.", "It runs."}));
}

TEST(Markdown, LinksStayWhole) {
  EXPECT_EQ(prose("See the [guide](http://a.b/c.d). More of it.\n", "en", Markup::markdown),
            (Strings{"See the [guide](http://a.b/c.d).", "More of it."}));
}

TEST(Markdown, ReferenceDefinitionsAreOut) {
  EXPECT_EQ(prose("See the [guide][ref].\n\n[ref]: http://x.y 'Title'\n", "en", Markup::markdown),
            Strings{"See the [guide][ref]."});
}

TEST(Markdown, ReferenceDefinitionsAreCode) {
  EXPECT_EQ(read("[ref]: http://x.y 'Title'\n\n[1]: <https://x.y/z>\n\n[b]: ./b.md \"B\"\n\n[c]: yes and no\n\n"
                 "[d]: http://x.y says so\n",
                 "en", Markup::markdown),
            (Strings{"code: [ref]: http://x.y 'Title'", "code: [1]: <https://x.y/z>", "code: [b]: ./b.md \"B\"",
                     "heading: [c]: yes and no", "heading: [d]: http://x.y says so"}));
}

TEST(Markdown, FootnotesBelongToTheSentenceBeforeThem) {
  EXPECT_EQ(
      prose("A claim.[^1] The end. More. [^note-2] It is so.[^1][^3]\n\n[^1]: A source.\n", "en", Markup::markdown),
      (Strings{"A claim.[^1]", "The end.", "More. [^note-2]", "It is so.[^1][^3]", "[^1]: A source."}));
  // These are not footnotes.
  EXPECT_EQ(prose("See x.[^a b] and y.\n"), Strings{"See x.[^a b] and y."});
}

constexpr std::string_view chat =
    "Ann Lee\n  9:02 AM\nThe disk was full.\nIt is empty now.\n\nBo\n  9:05 AM\nThanks!\n\nAnn Lee\n  9:07 AM\nNo "
    "worries.\n";

TEST(Chat, NamesAndTimesAboveMessagesAreCode) {
  EXPECT_EQ(read(chat),
            (Strings{"code: Ann Lee", "code: 9:02 AM", "turn: The disk was full.", "turn: It is empty now.", "code: Bo",
                     "code: 9:05 AM", "turn: Thanks!", "code: Ann Lee", "code: 9:07 AM", "turn: No worries."}));
}

TEST(Chat, ProgrammeOfADayIsNone) {
  // Three titles with times, but no name comes twice.
  EXPECT_EQ(read("Opening\n9:00 AM\nThe mayor speaks.\n\nLunch\n12:00 PM\nThere is soup.\n\nEnd\n5:00 PM\nWe leave.\n"),
            (Strings{"heading: Opening", "heading: 9:00 AM", "sentence: The mayor speaks.", "heading: Lunch",
                     "heading: 12:00 PM", "sentence: There is soup.", "heading: End", "heading: 5:00 PM",
                     "sentence: We leave."}));
}

TEST(Chat, TwoHeadersAreTooFew) {
  EXPECT_EQ(read("Ann\n9:02 AM\nIt is done.\n\nAnn\n9:05 AM\nReally.\n").front(), "heading: Ann");
}

TEST(Data, LinesOfALogStayApart) {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += "2025-03-12 10:" + std::to_string(10 + i % 50) + ":07 INFO worker " + std::to_string(i) +
            " has written block " + std::to_string(i * 37 % 1000) + " to the store\n";
  }
  EXPECT_GE(read(text).size(), 400u);
}

TEST(Data, RowsOfATableStayApart) {
  std::string text = "id,name,town,amount\n";
  for (int i = 0; i < 300; ++i) {
    text += std::to_string(i) + ",name " + std::to_string(i * 7) + ",Oslo," + std::to_string(i * 31) + ".50\n";
  }
  EXPECT_GE(read(text).size(), 300u);
}

TEST(Data, LinesOfJsonAndProgramsStayApart) {
  const std::string_view json =
      "{\n  \"name\": \"swift\",\n  \"nests\": 112,\n  \"towers\": [\n    \"north\",\n    \"south\"\n  ]\n}\n";
  for (const std::string& unit : read(json)) EXPECT_EQ(unit.find('\n'), std::string::npos) << unit;
  const std::string_view program =
      "int main() {\n  int sum = 0;\n  for (int i = 0; i < 9; ++i) sum += i;\n  return sum;\n}\n";
  for (const std::string& unit : read(program)) EXPECT_EQ(unit.find('\n'), std::string::npos) << unit;
}

}  // namespace
}  // namespace tersely
