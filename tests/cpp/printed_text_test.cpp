// Texts as extracted from PDF files: several widths, ends of pages, captions, references, columns. Also markup of LaTeX
// and wikitext. Golden values are written by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/segmenter.h"
#include "text/divided_words.h"

namespace tersely {
namespace {

using Strings = std::vector<std::string>;

std::vector<Unit> units_of(std::string_view text) { return segment(text, Language::find("en"), {}, Cancel()); }

Strings split(std::string_view text) {
  Strings units;
  for (const Unit& unit : units_of(text)) units.emplace_back(unit.span.of(text));
  return units;
}

bool has(const Strings& units, std::string_view unit) {
  return std::find(units.begin(), units.end(), unit) != units.end();
}

Strings parts(std::string_view text) {
  Strings units;
  for (const Unit& unit : units_of(text)) {
    if (unit.partial) units.emplace_back(unit.span.of(text));
  }
  return units;
}

Strings asides(std::string_view text) {
  Strings units;
  for (const Unit& unit : units_of(text)) {
    if (unit.aside) units.emplace_back(unit.span.of(text));
  }
  return units;
}

/// Two paragraphs, 50 columns wide.
const std::string body =
    "The ferry crossed the sound twice a day until the\n"
    "bridge was opened in the spring. Since then nobody\n"
    "has asked for a boat, and the harbour master lives\n"
    "alone with his dog. The town council wants to sell\n"
    "the old pier to a company that builds summer homes\n"
    "for people from the capital.\n"
    "Some families have written a letter against it. It\n"
    "says that the pier is the last place where the old\n"
    "and the young still meet in the evening.\n";

// --- widths ----------------------------------------------------------------------------------------------------------

TEST(Widths, LongLinesAboveTheBodyDoNotHideItsWidth) {
  const std::string text =
      "This note has been written by the clerk for the readers and is no part of the report, whose text follows "
      "here.\n" +
      body;
  EXPECT_TRUE(has(split(text), "The ferry crossed the sound twice a day until the\nbridge was opened in the spring."));
}

TEST(Widths, LinesWhoseHyphensAreGoneAreTwiceAsLong) {
  std::string text = body;
  text.replace(text.find("has asked for a boat, and the harbour master lives\n"), 51,
               "has asked for a boat, and the harbour master lives far off with ");
  EXPECT_TRUE(has(split(text), "Some families have written a letter against it."));
  EXPECT_TRUE(
      has(split(text + body), "The ferry crossed the sound twice a day until the\nbridge was opened in the spring."));
}

TEST(Widths, NarrowCaptionsBesideTheBodyAreJoined) {
  const std::string narrow =
      "The new bridge seen\nfrom the south with\nthe pier and all of\nthe boats that were\nleft after the flood.\n";
  EXPECT_TRUE(has(split(body + "\n" + narrow + "\n" + body),
                  "The new bridge seen\nfrom the south with\nthe pier and all of\nthe boats that were\nleft after the "
                  "flood."));
}

TEST(Widths, BlankLinesInsideASentenceOfWrappedTextAreWhiteSpace) {
  std::string text = body;
  text.insert(text.find("bridge was"), "\n");
  EXPECT_TRUE(
      has(split(text), "The ferry crossed the sound twice a day until the\n\nbridge was opened in the spring."));
}

TEST(Widths, PiecesOfFormulasTablesAndMenusSayNothingOfTheWidth) {
  for (const std::string pieces :
       {"x\nn i\nk\nj = n\nk\n", "kg\n3 m\nof all\nmin\nmax\n", "home\nabout us\nnews\ncontact\n"}) {
    EXPECT_TRUE(has(split(body + pieces + pieces + body + pieces),
                    "The ferry crossed the sound twice a day until the\nbridge was opened in the spring."))
        << pieces;
  }
}

TEST(Widths, ColumnsOfOneTextMayDiffer) {
  // Columns 50 and 30 wide, neither of which has most of the lines.
  const std::string narrow =
      "The ferry crossed the sound\ntwice a day until the bridge\nwas opened in the spring of\nthe year. Since then "
      "nobody\n"
      "has asked for a boat, and the\nharbour master lives alone\nwith his dog. The council has\nto sell the pier.\n";
  std::string text;
  for (int i = 0; i < 26; ++i) {  // with different letters each time, since repeated lines would be page heads
    for (const char c : body + narrow) text += c >= 'a' && c <= 'z' ? static_cast<char>('a' + (c - 'a' + i) % 26) : c;
  }
  EXPECT_TRUE(has(split(text),
                  "The ferry crossed the sound\ntwice a day until the bridge\nwas opened in the spring of\nthe year."));
}

TEST(Widths, PoemsListsAndChatsStayAsTheyAre) {
  const std::string poem =
      "the snow is on the hill\nand no one comes\nto ask me why\ni sit so long beside the window\n";
  EXPECT_EQ(split(poem).size(), 4u);
  EXPECT_EQ(split("milk and bread\neggs\nbutter for the cake\nsugar\nflour and a bit of salt\n").size(), 5u);
  EXPECT_EQ(split("hey are you there\nyes\nwhat time do you leave the office today\nat six i think\nok\n").size(), 5u);
}

// --- ends of pages ---------------------------------------------------------------------------------------------------

TEST(Pages, FormFeedAloneStandsInsideOneSpan) {
  EXPECT_EQ(split("The harbour master has lived\n\falone since then. He is old."),
            (Strings{"The harbour master has lived\n\falone since then.", "He is old."}));
}

TEST(Pages, HalvesOnBothSidesOfNumberAndHeadAreNoSentences) {
  EXPECT_EQ(parts("They met the captain of the fer-\n\n7\n\fHARBOUR NEWS     No. 7\n\nry. He was glad to see them."),
            (Strings{"They met the captain of the fer-", "ry."}));
  EXPECT_EQ(parts(body + "Nobody knows who will pay for the repairs that the\n\n3\n\nharbour needs. " + body),
            (Strings{"Nobody knows who will pay for the repairs that the", "harbour needs."}));
}

TEST(Pages, HeadsThatComeOnEveryPageAreHeadings) {
  std::string text;
  for (int page = 1; page <= 3; ++page) {
    text += std::string(page > 1 ? "\f" : "") + "Letters from the Sound, No. " + std::to_string(page) + "\n\n" + body;
  }
  std::size_t heads = 0;
  for (const Unit& unit : units_of(text)) {
    heads += unit.kind == UnitKind::heading && unit.span.of(text).starts_with("Letters") ? 1u : 0u;
  }
  EXPECT_EQ(heads, 3u);
}

TEST(Pages, YearOnALineOfItsOwnIsNoPageNumber) {
  EXPECT_EQ(split("The bridge over the sound was opened to traffic on May 3,\n"
                  "2007\n"
                  "and closed again for repairs in the autumn of the same year\n"
                  "because the cables had been cut too short by the builders.\n")
                .size(),
            1u);
}

// --- line numbers ----------------------------------------------------------------------------------------------------

/// The lines of the text, each after what `number` returns for it.
template <typename Number>
std::string numbered(std::string_view text, Number number) {
  std::string result;
  int line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    result += number(++line) + std::string(text.substr(at, end - at));
    at = end;
  }
  return result;
}

TEST(LineNumbers, BesideTheTextAreNoWords) {
  const auto pad = [](int n) { return (n < 10 ? " " : "") + std::to_string(n); };
  for (const std::string gap : {" ", "   "}) {
    const std::string text = numbered(body, [&](int n) { return pad(n) + gap; });
    const Strings units = split(text);
    EXPECT_EQ(units.front(),
              "The ferry crossed the sound twice a day until the\n 2" + gap + "bridge was opened in the spring.");
    EXPECT_EQ(units.back(), "It\n 8" + gap + "says that the pier is the last place where the old\n 9" + gap +
                                "and the young still meet in the evening.");
  }
}

TEST(LineNumbers, OnLinesOfTheirOwnPartNothing) {
  const std::string text = numbered(body, [](int n) { return std::to_string(n) + "\n"; });
  EXPECT_EQ(split(text).front(),
            "The ferry crossed the sound twice a day until the\n2\nbridge was opened in the spring.");
  EXPECT_EQ(split(text).size(), split(body).size());
}

TEST(LineNumbers, BeginAgainOnEveryPage) {
  std::string text = numbered(body, [](int n) { return std::to_string(n) + "  "; });
  text += "\f" + text;
  EXPECT_EQ(split(text).size(), 2 * split(body).size());
}

TEST(LineNumbers, ListsHaveOthers) {
  std::string list;
  std::string steps;
  for (int i = 1; i <= 12; ++i) {
    list += std::to_string(i) + " boats that crossed the sound\n";
    steps += std::to_string(i) + " Tie the boat to the pier and look after the ropes at night\n";
  }
  EXPECT_EQ(split(list).size(), 12u);
  EXPECT_EQ(split(list).front(), "1 boats that crossed the sound");
  EXPECT_EQ(split(steps).back(), "12 Tie the boat to the pier and look after the ropes at night");
  EXPECT_EQ(
      split("1\n00:00:01,000 --> 00:00:02,000\nThe ferry crossed\n\n2\n00:00:03,000 --> 00:00:04,000\nthe sound.\n")
          .size(),
      split("7\n00:00:01,000 --> 00:00:02,000\nThe ferry crossed\n\n3\n00:00:03,000 --> 00:00:04,000\nthe sound.\n")
          .size());
}

// --- beside the text -------------------------------------------------------------------------------------------------

TEST(Asides, CaptionsAreNoBody) {
  EXPECT_EQ(
      asides(body +
             "\nFigure 2: The pier in winter. It is closed.\n\nTable IV. Boats by year.\n\nTabelle 3: Der Hafen.\n\n"
             "Figure 2 shows the pier. Table 4 lists boats.\n\n" +
             body),
      (Strings{"Figure 2: The pier in winter.", "It is closed.", "Table IV.", "Boats by year.",
               "Tabelle 3: Der Hafen."}));
}

TEST(Asides, ReferencesBelowTheirTitle) {
  const std::string text = body +
                           "References\n"
                           "Moor, A. B. (1998). Small harbours. Dock Press, 12-19.\n"
                           "Sund, C. (2004). Bridges of the north. Sound Books.\n"
                           "Vik, D. and Ek, E. (2011). Who owns a pier? Coast, 4(2).\n";
  EXPECT_TRUE(has(asides(text), "Small harbours."));
  EXPECT_TRUE(has(asides(text), "Sound Books."));
  EXPECT_FALSE(has(asides(text), "Some families have written a letter against it."));
}

TEST(Asides, CellsOfATableAreCutFromTheCaption) {
  EXPECT_EQ(
      split("May 12 4.5 June 19 5.25 July 3 0.75 TABLE II: Boats that used the pier. None came later."),
      (Strings{"May 12 4.5 June 19 5.25 July 3 0.75", "TABLE II: Boats that used the pier.", "None came later."}));
  EXPECT_EQ(split("7 FIG. 3: The pier in winter. It is closed.").front(), "7");
  EXPECT_EQ(split("We give the numbers in Table 2: they are small.").size(), 1u);
}

TEST(Asides, SentencesAcrossTwoColumnsAreNone) {
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text +=
        "the ferry crossed the sound twice a day until the har- council wants to sell the old pier to a company that\n"
        "bour was closed in the spring. Since then nobody has builds summer homes for people from the capi- tal and\n"
        "asked for a boat, and the harbour master lives alone others who come here to rest. Some families have writ-\n";
  }
  for (const Unit& unit : units_of(text)) {
    const bool runs_on = unit.span.of(text).find('\n') != std::string_view::npos;
    EXPECT_TRUE(!runs_on || unit.aside) << unit.span.of(text);
  }
}

/// A line of the left column and one of the right column, with a gutter between them.
std::string beside(std::string_view left, std::string_view right) {
  std::string line(left);
  line.resize(54, ' ');
  return line + std::string(right) + "\n";
}

TEST(Asides, SentencesAcrossAGutterAreNone) {
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += beside("the ferry crossed the sound twice a day until the",
                   "says that the pier is the last place where the old");
    text += beside("bridge was opened in the spring. Since then nobody",
                   "and the young still meet in the evening. They come");
    text +=
        beside("has asked for a boat, and the harbour master is", "from both sides of the water and stay until night");
  }
  for (const Unit& unit : units_of(text)) {
    const bool runs_on = unit.span.of(text).find('\n') != std::string_view::npos;
    EXPECT_TRUE(!runs_on || unit.aside) << unit.span.of(text);
  }
}

TEST(Asides, SpacesOfJustifiedTextAreNoGutter) {
  std::string justified = body + body;
  for (std::size_t at = 7, step = 11; at < justified.size(); at += step, step = 9 + step * 7 % 13) {
    at = justified.find(' ', at);
    if (at == std::string::npos) break;
    justified.insert(at, " ");
  }
  EXPECT_EQ(asides(justified), Strings{});
}

TEST(Asides, NamesBeforeTheAbstractAreNoPartOfIt) {
  for (const std::string label : {"Abstract\u2014", "ABSTRACT: ", "Zusammenfassung. "}) {
    const std::string text = "Ann Moor and Carl Sund, Fellow of the Institute of Boats\n" + label + body;
    EXPECT_TRUE(split(text).at(1).starts_with(label.substr(0, 8))) << split(text).at(1);
  }
  EXPECT_TRUE(has(asides("Keywords: boats, piers, and the towns around them.\n" + body),
                  "Keywords: boats, piers, and the towns around them."));
  EXPECT_TRUE(has(split(body + "Most of the pictures on the walls of the ferry are\nAbstract art."),
                  "Most of the pictures on the walls of the ferry are\nAbstract art."));
}

TEST(Asides, PartsOfAFigureStandAboveItsCaption) {
  const std::string text =
      body + "\n(a) The pier in winter.\n(b) The same pier. It is\nopen in summer.\n\nFig. 2: A pier.\n\n" + body;
  EXPECT_TRUE(has(asides(text), "It is\nopen in summer."));
  EXPECT_FALSE(has(asides(text), "Some families have written a letter against it."));
}

TEST(Asides, GluedTitlesFootnotesAndColumnsAreDebris) {
  for (const std::string glued :
       {"II. BASICS The pier is old and wet.", "I I. NTRODUCTION The pier is old and wet.",
        "I. I NTRODUCTION The pier is old and wet.", "The owner of the har- 1The map is at the town hall."}) {
    EXPECT_TRUE(has(asides(body + "\n" + glued + "\n\n" + body), glued)) << glued;
  }
  std::string columns = body;
  for (int i = 0; i < 12; ++i) columns += "Theferrycrossedthesoundtwiceadayuntilthe bridge was open.\n";
  EXPECT_TRUE(has(asides(columns), "Theferrycrossedthesoundtwiceadayuntilthe bridge was open."));
  EXPECT_FALSE(
      has(asides(body + "\nThe dye is dichlorodiphenyltrichloroethane, they say to all who ask for it.\n\n" + body),
          "The dye is dichlorodiphenyltrichloroethane, they say to all who ask for it."));
}

// --- divided words ---------------------------------------------------------------------------------------------------

Strings joined(std::string_view text, std::vector<Span> words) {
  join_divided_words(text, &words);
  Strings found;
  for (const Span& word : words) found.push_back(undivided(word.of(text)));
  return found;
}

TEST(DividedWords, HyphensAtLineEndsJoin) {
  EXPECT_EQ(joined("a har-\nbour", {{0, 1}, {2, 5}, {7, 11}}), (Strings{"a", "harbour"}));
  EXPECT_EQ(joined("a har-\r\n   bour", {{0, 1}, {2, 5}, {11, 15}}), (Strings{"a", "harbour"}));
  EXPECT_EQ(joined("har\u00ad\nbour", {{0, 5}, {6, 10}}), Strings{"harbour"});
  EXPECT_EQ(joined("har\xef\xbf\xbe"
                   "bour",
                   {{0, 3}, {6, 10}}),
            Strings{"harbour"});
}

TEST(DividedWords, OtherHyphensStay) {
  EXPECT_EQ(joined("two-way", {{0, 3}, {4, 7}}), (Strings{"two", "way"}));
  EXPECT_EQ(joined("Sund-\nVik", {{0, 4}, {6, 9}}), (Strings{"Sund", "Vik"}));
  EXPECT_EQ(joined("two- way", {{0, 3}, {5, 8}}), (Strings{"two", "way"}));
}

TEST(DividedWords, UnitsOfWrappedTextSayThatTheyMayHoldSome) {
  const auto divided = [](std::string_view text) {
    const std::vector<Unit> units = units_of(text);
    return std::any_of(units.begin(), units.end(), [](const Unit& unit) { return unit.divided; });
  };
  EXPECT_TRUE(divided(body));
  EXPECT_TRUE(divided("The har\u00adbour is closed."));
  EXPECT_FALSE(divided("The harbour is closed.\nIt was old.\n"));
}

// --- LaTeX and wikitext ----------------------------------------------------------------------------------------------

TEST(Commands, LatexCommandsAreCodeAndNeverCutInside) {
  EXPECT_EQ(
      split("\\caption{A pier. The sea is calm.}\nBoats come at noon.\\footnote{Not always. See below.} They stay."),
      (Strings{"\\caption{A pier. The sea is calm.}",
               "Boats come at noon.\\footnote{Not always. See below.} They stay."}));
  const std::string text = "\\begin{equation}\na = b. c\n\\end{equation}\n\\section{The pier}\nIt is old.";
  const std::vector<Unit> units = units_of(text);
  ASSERT_EQ(units.size(), 5u);
  EXPECT_EQ(units[1].kind, UnitKind::code);
  EXPECT_EQ(units[3].kind, UnitKind::heading);
  EXPECT_EQ(units[4].kind, UnitKind::sentence);
}

TEST(Commands, WikitextTemplatesAndReferencesAreNeverCutInside) {
  EXPECT_EQ(
      split("The '''pier''' is [[wood|wooden. Old]].<ref>{{cite |title=Piers. A list}}</ref> It was built in 1912."),
      (Strings{"The '''pier''' is [[wood|wooden. Old]].<ref>{{cite |title=Piers. A list}}</ref>",
               "It was built in 1912."}));
  EXPECT_EQ(split("{{Infobox pier\n| name = Old. Pier\n| built = 1912\n}}\nIt is old. It is wet.").back(),
            "It is wet.");
  EXPECT_EQ(split("{| class=x\n! A. B\n|-\n| 1. 2\n|}\nIt is old.").size(), 6u);
}

TEST(Commands, BracketsThatNeverCloseProtectNothing) {
  EXPECT_EQ(split("See {{this. That is all. The end.").size(), 3u);
  EXPECT_EQ(split("The path is C:\\temp{. It is empty. Go on.").size(), 3u);
}

}  // namespace
}  // namespace tersely
