// What a summary holds of texts that are no articles: READMEs, instructions, conversations, chats, web pages. The
// expected sentences were chosen by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysed_text.h"
#include "candidates/links.h"
#include "support.h"

namespace tersely {
namespace {

using Strings = std::vector<std::string>;

Strings pick(std::string_view text, std::uint32_t sentences = 3) {
  const Document document = test::analyze(text);
  Options options;
  options.budget.sentences = sentences;
  Strings picked;
  for (const Pick& pick : summarize(document, options).picks) {
    picked.emplace_back(document.unit(pick.unit).span.of(text));
  }
  return picked;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

bool holds(const Strings& picked, std::string_view part) {
  return std::any_of(picked.begin(), picked.end(),
                     [part](const std::string& sentence) { return sentence.find(part) != std::string::npos; });
}

/// May a unit be chosen that holds `part`?
bool may_choose(const Document& document, std::string_view part) {
  for (const std::uint32_t unit : document.candidates()) {
    if (document.unit(unit).span.of(document.text()).find(part) != std::string_view::npos) return true;
  }
  return false;
}

constexpr std::string_view rest_of_readme =
    "## Installation\n\nRun `pip install moor` to install moor and all packages that moor needs.\n\n```\npip install "
    "moor\n```\n\n"
    "## Usage\n\nGive moor a folder, and moor writes a table of all boats that lie in the harbour of that folder.\n"
    "The table has a row for each boat and a column for each day of the year.\n\n"
    "## Contributing\n\nSee the [contributing guide](CONTRIBUTING.md) and the [code of conduct](CONDUCT.md) of moor "
    "before you send a patch to moor.\n\n"
    "## License\n\nMoor and all parts of moor may be used by everybody who keeps the names of the authors of moor.\n";

TEST(Readme, SaysWhatTheProjectIs) {
  const std::string_view beginnings[] = {
      "# moor\n\n[![build](https://x.org/b.svg)](https://x.org/b)\n\nMoor is a small tool that counts boats.\n\n",
      "moor\n====\n\n<p align=\"center\">\n  <img src=\"moor.png\" alt=\"A moored boat in a large harbour.\">\n</p>\n\n"
      "Moor is a small tool that counts boats. It is written in Rust.\n\n",
      "# moor\n\n**Moor is a small tool that counts boats.**\n\n- [Usage](#usage)\n- [License](#license)\n- "
      "[Boats](#boats)\n\n"};
  for (const std::string_view beginning : beginnings) {
    const Strings picked = pick(std::string(beginning) + std::string(rest_of_readme), 2);
    EXPECT_TRUE(holds(picked, "counts boats")) << beginning;
    EXPECT_FALSE(holds(picked, "License")) << beginning;
    EXPECT_FALSE(holds(picked, "may be used by everybody")) << beginning;
    EXPECT_FALSE(holds(picked, "contributing guide")) << beginning;
  }
}

TEST(Readme, TitlesAboutTheProjectAreKnownInOtherLanguages) {
  for (const std::string_view title : {"Lizenz", "Licence", "Licencia", "Лицензия", "许可证", "ライセンス"}) {
    const std::string text = "# moor\n\nMoor counts boats in a harbour.\n\n## " + std::string(title) +
                             "\n\nAll boats of moor and all harbours of moor may be copied by all who like boats.\n\n"
                             "## Moor\n\nA harbour is a folder, and each boat is a file in that folder of moor.\n";
    const Strings picked = pick(text, 2);
    EXPECT_FALSE(holds(picked, "may be copied")) << title;
  }
}

TEST(Readme, LinesOfTagsAreCode) {
  for (const std::string_view tags :
       {"<p align=\"center\">", "<a href=\"x\"><img src=\"y\" alt=\"A boat. It sails.\"></a>",
        "<a\n  href=\"x\"\n  title=\"We sell boats. Buy one.\"\n>", "</details>"}) {
    const std::string text = std::string(tags) + "\n\nThe boat sails.\n";
    const Document document = test::analyze(text);
    EXPECT_EQ(document.reason(0), Reason::code) << tags;
    EXPECT_EQ(test::reason_of(document, "The boat"), Reason::candidate) << tags;
  }
  EXPECT_EQ(test::reason_of(test::analyze("<p>The boat sails.</p>\n"), "<p>"), Reason::candidate);
}

TEST(Titles, AreMarkedByALineBelow) {
  for (const std::string_view line : {"=====", "-----", "---"}) {
    const std::string text = "The boat\n" + std::string(line) + "\nIt sails to the harbour\nevery day.\n";
    const Document document = test::analyze(text);
    EXPECT_EQ(document.unit(0).span.of(text), "The boat");
    EXPECT_EQ(document.reason(0), Reason::heading);
    EXPECT_EQ(document.reason(1), Reason::code);
  }
}

TEST(Links, AreCountedByWords) {
  const LinkShare see = count_linked_words("See the [guide](https://x.org/a_b).");
  EXPECT_EQ(see.linked, 1);
  EXPECT_EQ(see.others, 2);
  EXPECT_TRUE(count_linked_words("[Usage](#usage) | [License](#license)").is_nothing_else());
  EXPECT_TRUE(count_linked_words("<a href=\"x\">The guide</a>").is_nothing_else());
  EXPECT_TRUE(count_linked_words("[![build](b.svg)](https://x.org)").is_nothing_else());
  EXPECT_FALSE(count_linked_words("An array a[0] has no link at all.").is_mostly_links());
  EXPECT_EQ(count_linked_words("https://example.org/boats").linked, 1);
}

TEST(Instructions, StepsCountMoreThanWhatStandsAround) {
  const std::string_view texts[] = {
      "We have all seen flat tyres, and flat tyres are no fun at all on a rainy day. Do not worry!\n\n"
      "1. Loosen the nuts of the wheel with the wrench.\n2. Lift the car with the jack below its frame.\n"
      "3. Take off the wheel and put on the spare one.\n4. Tighten the nuts and lower the car.\n\n"
      "Flat tyres happen to all of us, and now you know what to do about flat tyres. Tell your friends!\n",
      "We have all seen flat tyres, and flat tyres are no fun at all on a rainy day. Do not worry!\n"
      "Step 1: Loosen the nuts of the wheel with the wrench.\nStep 2: Lift the car with the jack below its frame.\n"
      "Step 3: Take off the wheel and put on the spare one.\nStep 4: Tighten the nuts and lower the car.\n"
      "Flat tyres happen to all of us, and now you know what to do about flat tyres. Tell your friends!\n",
      "Platte Reifen kennt jeder, und platte Reifen sind im Regen kein Spa\u00df. Keine Angst!\n\n"
      "Schritt 1: L\u00f6se die Muttern des Rades mit dem Schl\u00fcssel\nSchritt 2: Hebe das Auto mit dem Heber an\n"
      "Schritt 3: Nimm das Rad ab und setze das andere auf\nSchritt 4: Ziehe die Muttern an und senke das Auto\n\n"
      "Platte Reifen hat jeder einmal, und nun wei\u00dft du, was gegen platte Reifen hilft. Viel Gl\u00fcck!\n"};
  for (const std::string_view text : texts) {
    const Strings picked = pick(text);
    const auto is_step = [](const std::string& sentence) {
      return sentence.find_first_of("1234") != std::string::npos;
    };
    EXPECT_GE(std::count_if(picked.begin(), picked.end(), is_step), 2) << text;
  }
}

TEST(Instructions, AreNotSeenInNumberedReferencesOrYears) {
  for (const std::string_view text :
       {"1904. The bridge was built.\n1905. It was opened.\n1906. It was closed.\n",
        "The bridge is old. It was closed on Monday after cracks were found in two of its beams.\n1. Ann\n2. Bob\n3. "
        "Cid\n"}) {
    const Document document = test::analyze(text);
    for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) EXPECT_EQ(document.parts().factor(unit), 1);
  }
}

TEST(Dialogues, GreetingsAreLeftOutAndDatesAreNot) {
  const Strings picked = pick(
      "Anna: Hello, how are you?\nBen: Good, thanks, you?\nAnna: Fine. We should give Carla a farewell dinner.\n"
      "Ben: Great idea. How about the new place?\nAnna: Yes, I will book a table for Friday the 21st at 7.\n"
      "Ben: Perfect. I will collect 15 euros from everyone for a present.\nAnna: Great. Bye!\nBen: Bye!\n");
  EXPECT_TRUE(holds(picked, "21st at 7"));
  EXPECT_TRUE(holds(picked, "15 euros"));
  EXPECT_FALSE(holds(picked, "how are you"));
  EXPECT_FALSE(holds(picked, "Bye"));
}

TEST(Chats, WhatTheProgramSaysIsLeftOut) {
  const std::string_view notices[] = {
      "<Media omitted>",
      "image omitted",
      "Bild weggelassen",
      "IMG-20241202-WA0001.jpg (file attached)",
      "This message was deleted",
      "Se elimin\u00f3 este mensaje",
      "Cette message a \u00e9t\u00e9 supprim\u00e9",
      "\u753b\u50cf\u7701\u7565",
  };
  for (const std::string_view notice : notices) {
    const std::string text =
        "12/03/2025, 18:02 - Messages and calls are end-to-end encrypted. Only people in this chat can read them.\n"
        "12/03/2025, 18:03 - Lena: The house costs 480 euros for two nights.\n"
        "12/03/2025, 18:04 - Tom: " +
        std::string(notice) +
        "\n12/03/2025, 18:05 - Tom: I can drive, we meet at the station at 4.\n"
        "12/03/2025, 18:06 - Lena: Then I book it tonight.\n";
    const Document document = test::analyze(text);
    EXPECT_FALSE(may_choose(document, notice)) << notice;
    EXPECT_FALSE(may_choose(document, "encrypted")) << notice;
    EXPECT_TRUE(may_choose(document, "at the station")) << notice;
  }
}

TEST(Chats, EncryptionIsANoticeInAnybodysName) {
  for (const std::string_view notice :
       {"Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
        "Nachrichten und Anrufe sind Ende-zu-Ende-verschl\u00fcsselt. Niemand kann sie lesen.",
        "Los mensajes y las llamadas est\u00e1n cifrados de extremo a extremo. Nadie puede leerlos."}) {
    const std::string text = "[03.04.25, 19:12:01] Group: " + std::string(notice) +
                             "\n[03.04.25, 19:12:40] Ann: The fair is on 17 May.\n[03.04.25, 19:13:02] Bob: I bring "
                             "two cakes and the juice.\n[03.04.25, 19:14:02] Ann: We meet at nine in the hall.\n";
    EXPECT_EQ(test::reason_of(test::analyze(text), "[03.04.25, 19:12:01]"), Reason::heading) << notice;
  }
}

TEST(Pages, LinksInsideASentenceAreBoilerplate) {
  const std::string links =
      "The bill of Ann Person Ann Person Bridge to close in May after two cracks | Ferry is late again because of the "
      "storm | Ten bridges to see before they close for good and all (R) passed the council on Monday evening.";
  const std::string text = links + " The council passed the bill. The bridge will close in May. A ferry will run.\n";
  EXPECT_EQ(test::reason_of(test::analyze(text), "The bill"), Reason::boilerplate);
}

constexpr std::string_view article =
    "The council voted on Tuesday to close the old bridge for repairs of its beams. It was built in 1904.\n"
    "Engineers had found cracks in two of the main beams, and feared that they would break.\n"
    "A ferry will carry pedestrians and bicycles across the river while the bridge is closed.\n";

TEST(Pages, CreditsOfMarketDataAreNotices) {
  for (const std::string_view notice : {"Market data provided by Example Data.", "Quotes delayed at least 15 minutes.",
                                        "Fund data provided by Sample Fund Services."}) {
    const std::string text = joined({article, "Terms\n", notice, "\n"});
    EXPECT_EQ(test::reason_of(test::analyze(text), notice.substr(0, 12)), Reason::boilerplate) << notice;
  }
}

TEST(Pages, ASectionAboutTheSenderIsBoilerplate) {
  struct Case {
    std::string_view title, section;
  };
  for (const auto& [title, section] :
       {Case{"About Acme Ferries", "Acme Ferries is the largest company of its kind. It has run boats since 1904."},
        Case{"## About Acme", "Founded in 1904, Acme runs boats in nine countries. Its shares are traded in Oslo."},
        Case{"\u00dcber die Acme GmbH:", "Die Acme GmbH betreibt seit 1904 Schiffe. Sie hat 90 Angestellte."},
        Case{"About the portal www.example.org", "Since 1999 the portal has sent releases. They are free."}}) {
    const std::string text = joined({article, "\n", title, "\n", section, "\n"});
    const std::string_view last = section.substr(section.find(". ") + 2);
    EXPECT_EQ(test::reason_of(test::analyze(text), section.substr(0, 15)), Reason::boilerplate) << title;
    EXPECT_EQ(test::reason_of(test::analyze(text), last), Reason::boilerplate) << title;
  }
}

TEST(Pages, ASectionAboutTheSubjectStays) {
  const std::string first = joined({"About the bridge\nThe bridge was built in 1904. It has two beams.\n\n", article});
  EXPECT_EQ(test::reason_of(test::analyze(first), "The bridge was"), Reason::candidate);
  const std::string last = joined({article, "\nAbout the ferry\nIt leaves at nine from the old pier. It is free.\n"});
  EXPECT_EQ(test::reason_of(test::analyze(last), "It leaves"), Reason::candidate);
}

TEST(Pages, TeasersAboveReadMoreAreSparse) {
  for (const std::string_view more : {"Read more", "Weiterlesen", "Lire la suite"}) {
    const std::string text = joined({article, "By Bob\nBoats. Ships. Ferries. See what else sails on the river.\n",
                                     more, "\n", article.substr(0, 79), "\n"});
    EXPECT_EQ(test::reason_of(test::analyze(text), "See what else"), Reason::sparse) << more;
  }
}

TEST(Pages, WhatIsPicturedBesideALineIsACaption) {
  for (const std::string_view caption :
       {"Ann Person, mayor of the town, pictured at the bridge in 2018. Her plan is new.",
        "The old bridge, seen here in May. Boats pass below.",
        "Die alte Br\u00fccke, hier im Bild die Pfeiler. Boote fahren darunter."}) {
    const std::string text = joined({"Bridge closes\nPhoto: A. Person\n", caption, "\n", article});
    EXPECT_EQ(test::reason_of(test::analyze(text), caption.substr(0, 10)), Reason::sparse) << caption;
  }
}

}  // namespace
}  // namespace tersely
