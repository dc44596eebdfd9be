// Compares the words found without ICU with those that ICU finds.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "text/ascii_words.h"
#include "text/cjk_words.h"
#include "text/utf8.h"
#include "text/word_iterator.h"

namespace tersely {
namespace {

std::vector<std::string> words_of(std::string_view text, Span within,
                                  void (WordIterator::*append)(std::string_view, Span, std::vector<Span>*)) {
  std::vector<Span> spans;
  (WordIterator().*append)(text, within, &spans);
  std::vector<std::string> words;
  for (const Span& span : spans) {
    words.push_back(std::to_string(span.begin) + ":" + std::string(span.of(text)));
  }
  return words;
}

void expect_the_words_of_icu(std::string_view text) {
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  ASSERT_EQ(words_of(text, all, &WordIterator::append_words), words_of(text, all, &WordIterator::append_words_of_icu))
      << text;
}

TEST(AsciiWords, AreLettersDigitsAndWhatJoinsThem) {
  const std::string text = "x Don't pay 3.50, snake_case... ok? _ __";
  const Span behind_x{2, static_cast<std::uint32_t>(text.size())};
  EXPECT_EQ(words_of(text, behind_x, &WordIterator::append_words),
            (std::vector<std::string>{"2:Don't", "8:pay", "12:3.50", "18:snake_case", "32:ok", "38:__"}));
}

TEST(AsciiWords, EveryTripleIsCutAsIcuDoes) {
  // The characters that the rules distinguish, each before, between and after every ASCII character.
  for (const char first : {'a', '1', '_', '\'', '.', ' ', '@'}) {
    std::string text;
    for (char second = 0; second >= 0 && second < 127; ++second) {
      for (const char third : {'a', '1', '_', '\'', '.', ':', ' ', '@'}) {
        text.append({first, second, third, '\n', second, first, third, '\n', first, third, second, '\n'});
      }
    }
    expect_the_words_of_icu(text);
  }
}

TEST(AsciiWords, RandomStringsAreCutAsIcuDoes) {
  constexpr std::string_view frequent = "ab1_'.,:;@ -\"\n";
  std::mt19937 random(1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) {
      text += random() % 8 == 0 ? static_cast<char>(random() % 128) : frequent[random() % frequent.size()];
    }
    expect_the_words_of_icu(text);
  }
}

TEST(AlphabetWords, MarksBetweenLettersOrDigitsJoinThemIfTheyDoForIcu) {
  for (const std::string mark : {"\uff1a", "\ufe55", "\ufe13", "\u00b7", "\u0387", "\u055f", "\u05f4", "\u2027",
                                 "\u2019", "\u2024", "\uff0e", "\ufe52", "\u2044", "\uff0c", "\uff1b"}) {
    for (const std::string before : {"a", "\u00e9", "\u0436", "1", "\u0661", "\u5f20\u4e09"}) {
      for (const std::string after : {"a", "\u00e9", "\u0436", "1", "\u0661", "\u4f60\u597d"}) {
        expect_the_words_of_icu(before + mark + after + ' ' + after + mark + mark + before);
      }
    }
  }
}

/// `n_bytes` bytes of ASCII, mostly letters.
std::string random_ascii(std::size_t n_bytes, std::mt19937* random) {
  constexpr std::string_view frequent = "abcdefghijKLMNOPQR019_'.,:;@ -\"\n     ";
  std::string text;
  while (text.size() < n_bytes) {
    text += (*random)() % 16 == 0 ? static_cast<char>((*random)() % 128) : frequent[(*random)() % frequent.size()];
  }
  return text;
}

TEST(AsciiWords, LongRandomStringsAreCutAsIcuDoes) {
  std::mt19937 random(2);
  for (int round = 0; round < 1000; ++round) expect_the_words_of_icu(random_ascii(random() % 400, &random));
}

bool is_one_word_of_icu(std::string_view text) {
  std::vector<Span> words;
  WordIterator().append_words_of_icu(text, {0, static_cast<std::uint32_t>(text.size())}, &words);
  return words.size() == 1 && words.front().size() == text.size();
}

TEST(AsciiWords, SixteenBytesAreLookedAtAtOnceWithThisIcu) {
  EXPECT_TRUE(AsciiWords(is_one_word_of_icu).scans_blocks());
}

TEST(AsciiWords, BlocksAreCutAsSingleBytesAre) {
  // For the second, "#" and "$" are letters too, one more than blocks support.
  const AsciiWords blocks(is_one_word_of_icu);
  const AsciiWords bytes([](std::string_view text) {
    std::string replaced(text);
    std::replace(replaced.begin(), replaced.end(), '#', 'a');
    std::replace(replaced.begin(), replaced.end(), '$', 'a');
    return is_one_word_of_icu(replaced);
  });
  ASSERT_FALSE(bytes.scans_blocks());
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text = random_ascii(1 + random() % 300, &random);
    std::replace(text.begin(), text.end(), '#', '%');
    std::replace(text.begin(), text.end(), '$', '%');
    const auto begin = static_cast<std::uint32_t>(random() % text.size());
    const auto end = begin + static_cast<std::uint32_t>(random() % (text.size() - begin + 1));
    std::vector<Span> by_blocks;
    std::vector<Span> by_bytes;
    blocks.append_words(text, {begin, end}, &by_blocks);
    bytes.append_words(text, {begin, end}, &by_bytes);
    ASSERT_EQ(by_blocks, by_bytes) << text << " " << begin << " " << end;
  }
}

TEST(AlphabetWords, EveryCharacterIsCutAsIcuDoes) {
  // Each character between all pairs of those that the rules distinguish, with a mark after it, doubled, and next to
  // similar ones.
  constexpr CodePoint behind_the_table = 0x2f00;
  constexpr std::array<std::string_view, 7> neighbours = {"a", "1", "_", "'", " ", "\u0434", "\u0301"};
  for (CodePoint c = 0x80; c < behind_the_table; ++c) {
    std::array<char, 4> bytes;
    const std::string x(bytes.data(), encode(c, bytes.data()));
    std::string text = "\u0434 ";
    for (const std::string_view before : neighbours) {
      for (const std::string_view behind : neighbours) {
        for (const std::string& middle : {x, x + "\u0301", x + x}) {
          text.append(before).append(middle).append(behind).append(" ");
        }
      }
    }
    expect_the_words_of_icu(text);
    if (HasFatalFailure()) return;
  }
}

TEST(AsciiWords, OtherScriptsBetweenAreCutAsIcuDoes) {
  // Letters, marks, joiners, flags and scripts that ICU cuts by a dictionary, mixed with spaces and short and long
  // ASCII.
  constexpr std::array<std::string_view, 26> parts = {" ",
                                                      " ",
                                                      "  ",
                                                      "a",
                                                      "ab",
                                                      "it's",
                                                      "3.5",
                                                      "_",
                                                      "'",
                                                      "@x",
                                                      ".",
                                                      "\n",
                                                      "\u00e9",
                                                      "\u0301",
                                                      "\u0434\u043e\u043c",
                                                      "\u4e2d\u6587",
                                                      "\u0e20\u0e32\u0e29\u0e32",
                                                      "\u30ab\u30bf",
                                                      "\u2019",
                                                      "\u200d",
                                                      "\u00a0",
                                                      "\u3000",
                                                      "\U0001f1e9",
                                                      "\U0001f600",
                                                      "\u05d0\"",
                                                      "several words of plain ASCII in a row"};
  std::mt19937 random(1);
  for (int round = 0; round < 10000; ++round) {
    std::string text;
    for (std::size_t n = random() % 24; n > 0; --n) text += parts[random() % parts.size()];
    expect_the_words_of_icu(text);
  }
}

TEST(AsciiWords, TextsAreCutAsIcuDoes) {
  for (const std::string name :
       {"article", "arabic", "chinese", "email", "french", "german", "meeting", "russian", "thai"}) {
    std::ifstream file(TERSELY_TEST_DATA "/" + name + ".txt", std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    ASSERT_FALSE(text.empty());
    expect_the_words_of_icu(text);
  }
}

/// Random words of one script, with `gap` between some of them.
std::string random_words(const std::vector<std::string>& parts, std::string_view gap, std::size_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  for (; n > 0; --n) {
    text += parts[random() % parts.size()];
    if (!gap.empty() && random() % 5 == 0) text += gap;
  }
  return text;
}

void expect_the_words_of_the_whole(std::string_view text, WordIterator::Parts parts) {
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  std::vector<Span> words;
  WordIterator().append_words_in_parts(text, all, parts, &words, Cancel());
  std::vector<Span> whole;
  WordIterator().append_words_of_icu(text, all, &whole);
  ASSERT_TRUE(words == whole) << text.substr(0, 200);
}

const std::vector<std::string> chinese = {"研究人员", "发现", "河流", "上升", "导致", "旧桥", "关闭", "中", "国", "人"};
const std::vector<std::string> japanese = {"カタカナ", "と",   "ひらがな", "を",    "まぜた",
                                           "文章",     "です", "ー",       "東京都"};
const std::vector<std::string> thai = {"ภาษา", "ไทย", "เป็น", "ที่", "มี", "เสียง", "วรรณยุกต์", "แม่น้ำ", "สะพาน", "ก"};
const std::vector<std::string> khmer = {"ភាសា", "ខ្មែរ", "ជា", "ផ្លូវការ", "ប្រទេស", "កម្ពុជា"};
const std::vector<std::string> burmese = {"မြန်မာ", "ဘာသာ", "စကား", "သည်", "နိုင်ငံ", "၏"};
const std::vector<std::string> letters = {"a",      "1",          "'",      ".", ",", "\u05d0", "\"", "\u0301",
                                          "\u200d", "\U0001f600", "\u30ab", "🇩", "_", ":",      "é",  " "};

TEST(WordsInParts, AreThoseOfTheWholeWherePartsBeginAtGaps) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    for (const auto* parts : {&chinese, &japanese, &thai, &khmer, &burmese}) {
      for (const std::string_view gap : {" ", "。", "\n", ", "}) {
        expect_the_words_of_the_whole(random_words(*parts, gap, 300, seed), {1200, 600});
      }
    }
    expect_the_words_of_the_whole(random_words(letters, " ", 600, seed), {256, 128});
  }
}

/// ICU's engines for these scripts choose each word by the next few.
TEST(WordsInParts, AreThoseOfTheWholeInScriptsThatAreCutFromTheLeft) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    for (const auto* parts : {&thai, &khmer, &burmese}) {
      expect_the_words_of_the_whole(random_words(*parts, "", 300, seed), {1200, 600});
    }
  }
}

std::string utf8(CodePoint c) {
  std::array<char, 4> bytes;
  return {bytes.data(), encode(c, bytes.data())};
}

/// Characters of one script, most of them in an order that no dictionary knows.
std::string random_run(std::mt19937* random) {
  const auto from = [random](CodePoint first, CodePoint last) {
    return first + static_cast<CodePoint>((*random)() % static_cast<unsigned>(last - first + 1));
  };
  const unsigned kind = (*random)() % 4;
  std::string run;
  for (unsigned n = 1 + (*random)() % 25; n > 0; --n) {
    run += utf8(kind == 0   ? from(0x3041, 0x3096)
                : kind == 1 ? from(0x30a1, 0x30fc)
                : kind == 2 ? from(0x4e00, 0x9fff)
                            : from(0xac00, 0xd7a3));
  }
  return run;
}

TEST(CjkWords, TheDictionaryOfThisIcuIsUsed) {
  auto dictionary = CjkDictionary::open();
  ASSERT_TRUE(dictionary);
  const CjkWords cjk(std::move(dictionary));
  CjkWords::Scratch scratch;
  for (const auto* parts : {&chinese, &japanese}) {
    const std::string text = random_words(*parts, "", 500, 1);
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    std::vector<Span> words;
    std::vector<Span> words_of_icu;
    cjk.append_words(text, all, &scratch, &words);
    WordIterator().append_words_of_icu(text, all, &words_of_icu);
    EXPECT_TRUE(words == words_of_icu);
  }
}

TEST(CjkWords, EveryCharacterBesideARunIsCutAsIcuDoes) {
  for (CodePoint c = 0x20; c < 0x20400; ++c) {
    const bool one_of_many = c >= 0x3400 && c < 0xff00;
    if ((c >= 0xd800 && c < 0xe000) || (one_of_many && c % 101 != 0) || (c >= 0x10000 && c % 11 != 0)) continue;
    std::string text = " ";
    for (const std::string_view run : {"\u4e2d", "\u30ab", "\uac00"}) {
      for (const std::string_view before : {"", "_", "a", "\u3042"}) {
        text.append(before).append(run).append(utf8(c)).append(" ");
        text.append(before).append(utf8(c)).append(run).append(utf8(c)).append(run).append(" ");
      }
    }
    expect_the_words_of_icu(text);
    if (HasFatalFailure()) return;
  }
}

TEST(CjkWords, RandomRunsAreCutAsIcuDoes) {
  const std::vector<std::string> odd = {
      " ",      "a",      "_",      "3.5",    "'",      "\u0301", "\u200d", "\u3099",     "\u3001",     "\u3002",
      "\u3005", "\u3006", "\u3007", "\u30fb", "\u309d", "\u30ff", "\uff0c", "\uff11",     "\uff21",     "\uff3f",
      "\uff70", "\uff76", "\uff9e", "\u1100", "\u11a8", "\u3131", "\uf900", "\U00020000", "\U0001f600", "\u0e01"};
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = 1 + random() % 6; n > 0; --n) {
      const auto seed = static_cast<unsigned>(random());
      const unsigned kind = random() % 4;
      text += kind == 0   ? odd[random() % odd.size()]
              : kind == 1 ? random_words(chinese, "", 1 + random() % 9, seed)
              : kind == 2 ? random_words(japanese, "", 1 + random() % 9, seed)
                          : random_run(&random);
    }
    expect_the_words_of_icu(text);
    if (HasFatalFailure()) return;
  }
}

TEST(CjkWords, ALongRunIsLeftToIcu) {
  const std::string text = "\u3002" + random_words(chinese, "", 20000, 1) + "\u3002";
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  std::vector<Span> words;
  std::vector<Span> words_in_parts;
  WordIterator().append_words(text, all, &words);
  WordIterator().append_words_in_parts(text, all, {}, &words_in_parts, Cancel());
  EXPECT_TRUE(words == words_in_parts);
}

TEST(WordsInParts, CoverARunThatNothingButADictionaryCuts) {
  for (const auto* parts : {&chinese, &japanese}) {
    const std::string text = random_words(*parts, "", 2000, 1);
    std::vector<Span> words;
    WordIterator().append_words_in_parts(text, {0, static_cast<std::uint32_t>(text.size())}, {1200, 600}, &words,
                                         Cancel());
    ASSERT_FALSE(words.empty());
    std::uint32_t end = 0;
    for (const Span& word : words) {
      EXPECT_EQ(word.begin, end);
      EXPECT_LE(word.size(), 120u);
      end = word.end;
    }
    EXPECT_EQ(end, text.size());
  }
}

TEST(WordsInParts, AWordMayBeLongerThanAPart) {
  const std::string text = "x \u05d0" + std::string(1000, 'a') + " y";
  expect_the_words_of_the_whole(text, {64, 16});
}

}  // namespace
}  // namespace tersely
