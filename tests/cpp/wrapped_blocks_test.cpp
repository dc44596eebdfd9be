// Line breaks inside sentences in texts of two or three lines, and line breaks that look like them. Golden values are
// written by hand.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tersely/segmenter.h"
#include "tersely/text.h"

namespace tersely {
namespace {

using Strings = std::vector<std::string>;

struct Case {
  std::string_view language;
  std::string_view text;
};

/// The units, each on one line.
Strings units_of(std::string_view text, std::string_view language = "en") {
  Strings units;
  for (const Unit& unit : segment(text, Language::find(language), {}, Cancel())) {
    units.push_back(print_unit(unit.span.of(text)));
  }
  return units;
}

/// The text is one sentence on several lines.
void expect_one_sentence(const Case& one) {
  const std::vector<Unit> units = segment(one.text, Language::find(one.language), {}, Cancel());
  ASSERT_EQ(units.size(), 1u) << one.text;
  EXPECT_EQ(units[0].kind, UnitKind::sentence) << one.text;
}

Strings lines_of(std::string_view text) {
  Strings lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(WrappedBlocks, AFunctionWordEndsNoLineOfItsOwn) {
  const Case cases[] = {
      {"en", "The lifeboat found the drifting barges at dawn and towed four of them to\nSelwick."},
      {"en", "The boiler inspection of the east wing moves to Thursday at\n7:30, before the fair."},
      {"en", "The ferry company has sold its two oldest boats to the\nNorstead Line of Moordam."},
      {"de", "Das Rettungsboot fand die Kähne im Morgengrauen und schleppte vier von ihnen in den\nHafen von Selwick."},
      {"fr", "Le canot a retrouvé les barques à l'aube et en a remorqué quatre jusqu'à la\nSeine."},
      {"es", "El bote encontró las barcas al amanecer y remolcó cuatro de ellas hasta la\nIsla de Arosa."},
      {"nl", "De reddingsboot vond de schuiten bij dageraad en sleepte er vier naar de\nHaven van Selwick."},
      {"ru", "Спасательная лодка нашла баржи на рассвете и отбуксировала четыре из них в\nСелвик."},
  };
  for (const Case& one : cases) expect_one_sentence(one);
}

TEST(WrappedBlocks, LowerCaseGoesOn) {
  const Case cases[] = {
      {"en", "The harbour board closed the eastern quay\nafter the storm."},
      {"en",
       "Divers inspected the pillars of the old bridge and found deep cracks\nin three of them, so they asked the "
       "town council to close the bridge\nat once."},
      {"it", "La nave è rimasta in porto per tre giorni\nperché il mare era mosso."},
  };
  for (const Case& one : cases) expect_one_sentence(one);
}

TEST(WrappedBlocks, AWordAndAStopRemain) {
  expect_one_sentence({"en", "After the storm the lifeboat towed four of the barges back to Port\nSelwick."});
  expect_one_sentence({"de", "Nach dem Sturm schleppte das Boot vier der Kähne zurück nach Bad\nSelwick."});
}

TEST(WrappedBlocks, AParagraphOfAMailAmongListsAndSignatures) {
  EXPECT_EQ(units_of("Hi all,\n\nI have spoken to the contractor. The boiler inspection moves to Thursday at\n7:30, "
                     "because the insurer needs the certificate before the end of the month.\nThe heating will be off "
                     "until noon.\n\nAnn Moor\nBuilding Manager\nHarbour Ltd\n"),
            (Strings{"Hi all,", "I have spoken to the contractor.",
                     "The boiler inspection moves to Thursday at 7:30, because the insurer needs the certificate "
                     "before the end of the month.",
                     "The heating will be off until noon.", "Ann Moor", "Building Manager", "Harbour Ltd"}));
}

TEST(WrappedBlocks, ATaglineInLowerCase) {
  EXPECT_EQ(
      units_of("# moor\n\nmoor keeps a list of all boats of a harbour and writes it to the\nshared table of the "
               "town.\n\n## Why\n\nBoats move.\n"),
      (Strings{"# moor", "moor keeps a list of all boats of a harbour and writes it to the shared table of the town.",
               "## Why", "Boats move."}));
}

TEST(WrappedBlocks, AnItemOfAList) {
  EXPECT_EQ(units_of("Notes\n- The ferry runs every hour, and on Sundays it goes on to the\n  island.\n- Tickets\n"),
            (Strings{"Notes", "- The ferry runs every hour, and on Sundays it goes on to the island.", "- Tickets"}));
}

TEST(WrappedBlocks, OtherLinesStayLines) {
  const std::string_view texts[] = {
      // poems
      "Because I could not stop for Death,\nHe kindly stopped for me;\nThe carriage held but just ourselves\nAnd "
      "immortality.",
      "so much depends\nupon\n\na red wheel\nbarrow",
      "i saw the harbour in the morning light\nthe boats were gone\nand so were you.",
      "The sea is grey and grey the sky above,\nthe boats are gone and with them she I love,\nand nobody will bring "
      "them home.",
      // lists and menus
      "milk and butter from the farm shop\nbread\neggs",
      "Grilled salmon with lemon and dill\nRoast potatoes\nApple tart with cream from the farm",
      "Tomato soup with basil\nbread and butter\ntea or coffee",
      // headings above a paragraph
      "What we are looking for\nWe need somebody who can mend the nets of six boats before the season begins.",
      "The new rules of the harbour\nBoats without a number may not stay at the quay for more than a night.",
      "Why the Council Wants to Close the Bridge Between the Mill and the\nNobody knows.",
      // addresses, signatures, salutations
      "Ann Moor\nThe Old Mill at the Bridge\n4 Quay Street\nSelwick",
      "Ann Moor\nHead of the Department of Harbours and Bridges\nTown of Selwick",
      "Sehr geehrte Damen und Herren der Hafenverwaltung,\nanbei erhalten Sie die Liste.",
      // logs, records and code
      "2025-10-14 09:41:12 WARN connection to the host db1.example was lost after 30 s\nretrying in 5 s",
      "name,boat,quay,days,paid,number,berth\nann,gull,east,3,yes,17,b4.",
      // chats
      "are you coming to the harbour tonight or not\nyes.",
      // sentences on lines of their own
      "Tom went home early that day.\nAnn stayed for dinner with us.",
  };
  for (const std::string_view text : texts) EXPECT_EQ(units_of(text), lines_of(text)) << text;
}

}  // namespace
}  // namespace tersely
