#include "analysis/author_years.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tersely/document.h"
#include "tersely/summarizer.h"

namespace tersely {
namespace {

/// The citations in `text`, if it stands among five others.
std::vector<std::string> found_in(std::string_view text) {
  std::string all(text);
  for (int i = 0; i < 5; ++i) all += " It rains (Lund 1999).";
  std::vector<std::string> found;
  for (const Span& span : find_author_years(all)) {
    if (span.begin < text.size()) found.emplace_back(span.of(all));
  }
  return found;
}

using Found = std::vector<std::string>;

TEST(AuthorYears, NamesAndAYearInBracketsAreACitation) {
  EXPECT_EQ(found_in("Moths see light (Vega et al. 2004; Gürkan & Rasio 2005a)."),
            Found{"Vega et al. 2004; Gürkan & Rasio 2005a"});
  EXPECT_EQ(found_in("A tagger [Greene and Rubin, 1971] reads words."), Found{"Greene and Rubin, 1971"});
  EXPECT_EQ(found_in("It grows (see, e.g., Vega\n1983)."), Found{"see, e.g., Vega\n1983"});
  EXPECT_EQ(found_in("Так было (Иванов и др., 2011)."), Found{"Иванов и др., 2011"});
  EXPECT_EQ(found_in("The loops cool ( Lund , 2013 )."), Found{" Lund , 2013 "});
}

TEST(AuthorYears, OfASentenceAboutAuthorsTheYearIsTheCitation) {
  EXPECT_EQ(found_in("Kim and Li (1998) count moths, Vega [2001b] does not."), (Found{"1998", "2001b"}));
}

TEST(AuthorYears, OtherBracketsAreNone) {
  EXPECT_EQ(found_in("It fell (by 4 per cent) in May (see Table 3) and [12]."), Found{});
  EXPECT_EQ(found_in("The treaty (which the kings of Denmark signed in 1878) ended."), Found{});
  EXPECT_EQ(found_in("The code (A 12019) and the sum (USD 3000) are known (Vega 1983, Sect. 3)."), Found{});
  EXPECT_EQ(found_in("One text ends (Vega\n\nand another begins 1983)."), Found{});
  EXPECT_EQ(found_in("A bracket (Vega 1983 is never closed ("), Found{});
  EXPECT_EQ(found_in("(" + std::string(1000, ' ') + "Vega 1983)"), Found{});
}

TEST(AuthorYears, FewBracketsWithAYearAreNoCitations) {
  EXPECT_TRUE(find_author_years("She won (Oslo, 1994) and won again (Turin, 2006).").empty());
}

TEST(AuthorYears, TheirWordsCountButGiveNoTerms) {
  std::string text = "Moths fly to lamps (Vega et al. 2004).";
  for (int i = 0; i < 5; ++i) text += " Lamps burn for hours (Vega 2004).";
  AnalysisOptions options;
  options.language = "en";
  const Document document(text, options);
  EXPECT_EQ(document.n_words(), 4u + 4u + 5u * (4u + 2u));
  std::vector<std::string> stop_words;
  for (const Word& word : document.words(0)) {
    if (document.is_stop_word(word)) stop_words.emplace_back(word.span.of(text));
  }
  EXPECT_EQ(stop_words, (std::vector<std::string>{"to", "Vega", "et", "al", "2004"}));
  EXPECT_EQ(document.surface_forms(), (std::vector<std::string>{"Moths", "fly", "lamps", "burn", "hours"}));
}

}  // namespace
}  // namespace tersely
