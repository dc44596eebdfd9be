// Compares each fast path of the segmenter with its plain twin, over every code point.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "candidates/candidates.h"
#include "candidates/seen_texts.h"
#include "languages/short_words.h"
#include "languages/topics.h"
#include "segmentation/boundaries/boundary_finder.h"
#include "segmentation/boundaries/lookaround.h"
#include "segmentation/boundaries/thai.h"
#include "tersely/language.h"
#include "text/byte_block.h"
#include "text/byte_scan.h"
#include "text/characters.h"
#include "text/divided_words.h"
#include "text/icu.h"
#include "text/packed_word.h"
#include "text/utf8.h"
#include "text/white_space.h"
#include "text/window.h"

namespace tersely {
namespace {

constexpr CodePoint last_code_point = 0x10ffff;

std::string utf8(CodePoint c) {
  std::array<char, 4> bytes{};
  return std::string(bytes.data(), encode(c, bytes.data()));
}

bool is_surrogate(CodePoint c) { return c >= 0xd800 && c < 0xe000; }

/// Every code point beyond the controls, each followed by `between`.
std::string all_code_points(std::string_view between) {
  std::string text;
  for (CodePoint c = 0x20; c <= last_code_point; ++c) {
    if (!is_surrogate(c)) text.append(utf8(c)).append(between);
  }
  return text;
}

TEST(FastPaths, DecodeAsIcuDoes) {
  const std::string text = all_code_points("");
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, &at);
    ASSERT_EQ(c, next_code_point(text, &plain));
    ASSERT_EQ(at, plain);
  }
}

TEST(FastPaths, DecodeBackwardAsIcuDoes) {
  const std::string text = all_code_points("");
  std::size_t plain = text.size();
  for (std::size_t at = text.size(); at > 0;) {
    const CodePoint c = decode_backward(text, &at);
    ASSERT_EQ(c, previous_code_point(text, &plain));
    ASSERT_EQ(at, plain);
  }
}

TEST(FastPaths, DecodeSequencesThatAnEndCutsAsIcuDoes) {
  for (const CodePoint c : {0xe9, 0x964, 0x4e2d, 0x1f600}) {
    const std::string whole = std::string(1, 'a').append(utf8(c));
    for (std::size_t size = 2; size < whole.size(); ++size) {
      const std::string_view cut = std::string_view(whole).substr(0, size);
      std::size_t at = 1;
      std::size_t plain = 1;
      EXPECT_EQ(decode(cut, &at), next_code_point(cut, &plain)) << c << " " << size;
      EXPECT_EQ(at, plain);
      at = plain = size;
      EXPECT_EQ(decode_backward(cut, &at), previous_code_point(cut, &plain)) << c << " " << size;
      EXPECT_EQ(at, plain);
    }
  }
}

TEST(FastPaths, ThePropertyTableHoldsWhatIcuSays) {
  const icu_property::Table& table = icu_property::basic_plane();
  for (CodePoint c = 0; c < icu_property::table_size; ++c) {
    ASSERT_EQ(table[static_cast<std::size_t>(c)], icu_property::look_up(c)) << c;
  }
  EXPECT_TRUE(is_letter(0x10400));  // beyond the table
  EXPECT_TRUE(is_upper(0x10400));
  EXPECT_FALSE(is_space(0x1f600));
}

TEST(FastPaths, EveryCodePointFoldsAsIcuFoldsIt) {
  for (CodePoint c = 0x80; c <= last_code_point; ++c) {
    if (is_surrogate(c)) continue;
    ASSERT_EQ(fold(utf8(c)), fold_by_icu(utf8(c))) << c;
    ASSERT_EQ(fold("A" + utf8(c)), fold_by_icu("A" + utf8(c))) << c;
  }
}

TEST(FastPaths, RandomWordsFoldAsIcuFoldsThem) {
  // Letters with and without case, precomposed and decomposed, marks of several classes, syllables and their parts.
  constexpr std::array<CodePoint, 24> parts = {'a',   'Q',   '\'',   0xc9,   0xdf,   0x130,  0x1e9e, 0x301,
                                               0x323, 0x3a3, 0x3c2,  0x345,  0x416,  0x439,  0x628,  0x654,
                                               0x915, 0x93c, 0x1100, 0x1161, 0xac00, 0x304b, 0x3099, 0x2019};
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string word;
    for (std::size_t n = random() % 7; n > 0; --n) word += utf8(parts[random() % parts.size()]);
    ASSERT_EQ(fold(word), fold_by_icu(word)) << word;
  }
}

/// The plain twin of BoundaryFinder: decodes and tests every code point.
std::vector<std::size_t> plain_boundaries(std::string_view text) {
  using namespace characters;
  std::vector<std::size_t> found;
  CodePoint previous = no_code_point;
  CodePoint earlier = no_code_point;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const CodePoint c = decode(text, &at);
    const char next = at < text.size() ? text[at] : '\0';
    const bool after_letter = previous >= 0x80 || (previous >= 0 && is_closer(previous));
    const bool colon = (c == ':' || c == ';') && after_letter;
    const bool bar = c == '|' && (previous == ' ' ? earlier : previous) >= 0x80;
    const bool tag = c == '<' && (next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
    const bool newline = c == '\\' && (next == 'n' || next == 'r');
    const bool other = is_terminator(c) || is_bullet(c) || c == 0x37e || c == 0x1361 || c == 0x300d;
    if (colon || bar || tag || newline || other) found.push_back(begin);
    earlier = previous;
    previous = c;
  }
  return found;
}

std::vector<std::size_t> fast_boundaries(std::string_view text) {
  const Window paragraph(text, 0, text.size());
  std::vector<std::size_t> found;
  for (std::size_t at = BoundaryFinder::get().find(paragraph, 0); at < text.size();
       at = BoundaryFinder::get().find(paragraph, paragraph.after(at))) {
    found.push_back(at);
  }
  return found;
}

TEST(FastPaths, BoundariesAreThoseOfThePlainTwin) {
  // `between` shifts the code points to every position within a step, and the end of the text likewise.
  for (const std::string_view between : {"", "a", "ab", "\u0430:", "\u0939;", "), :", "\u4e2d"}) {
    const std::string text = all_code_points(between);
    EXPECT_EQ(fast_boundaries(text), plain_boundaries(text)) << between;
  }
}

TEST(FastPaths, BoundariesInAsciiAreThoseOfThePlainTwin) {
  constexpr std::string_view frequent = "abcdefghij    .!?:;)\"'";
  std::mt19937 random(1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t n = random() % 70; n > 0; --n) {
      text += random() % 4 == 0 ? static_cast<char>(random() % 128) : frequent[random() % frequent.size()];
    }
    if (round % 4 == 0) text.insert(random() % (text.size() + 1), "\u00e9:");
    ASSERT_EQ(fast_boundaries(text), plain_boundaries(text)) << text;
  }
}

TEST(FastPaths, BoundariesNearTheEndAreFound) {
  for (const std::string_view mark : {".", "\u061f", "\u0964", "\u3002", "\U00011047"}) {
    std::string text;
    for (int letters = 0; letters < 24; ++letters, text += 'a') {
      const std::string ended = text + std::string(mark);
      EXPECT_EQ(fast_boundaries(ended), std::vector<std::size_t>{text.size()}) << ended;
    }
  }
}

TEST(FastPaths, ThaiAndLaoAreSeenWhereverTheyStand) {
  for (CodePoint c = 0x80; c < 0x3000; ++c) {
    const bool expected = c >= 0xe00 && c < 0xf00;
    for (const std::size_t before : {0u, 63u, 64u, 65u, 130u}) {
      const std::string text = "\u0915" + std::string(before, 'a') + utf8(c) + std::string(before / 2, 'b');
      ASSERT_EQ(has_thai_or_lao(text), expected) << c << " " << before;
    }
  }
}

TEST(FastPaths, BytesAreFoundWhereverTheyStand) {
  constexpr auto is_abc = [](ByteBlock first, ByteBlock second, ByteBlock third) {
    return first.equals('a') & second.equals('b') & third.equals('c');
  };
  for (std::size_t size = 0; size < 100; ++size) {
    const std::string none(size, 'a');
    EXPECT_EQ(find_bytes<3>(none, 0, is_abc), size);
    for (std::size_t at = 0; at + 3 <= size; ++at) {
      std::string one = none;
      one.replace(at, 3, "abc");
      for (std::size_t from = 0; from < size; from += 7) {
        ASSERT_EQ(find_bytes<3>(one, from, is_abc), std::min(one.find("abc", from), size)) << at << " " << from;
      }
    }
  }
}

TEST(FastPaths, BlocksOfBytesAreThoseOfThePlainTwin) {
  std::mt19937 random(1);
  const auto any_byte = [&random] { return static_cast<char>(random() % 256); };
  for (int round = 0; round < 20000; ++round) {
    std::array<char, ByteBlock::size> bytes;
    for (char& byte : bytes) byte = any_byte();
    const char value = bytes[random() % bytes.size()];
    auto first = static_cast<std::uint8_t>(any_byte());
    auto last = static_cast<std::uint8_t>(any_byte());
    if (first > last) std::swap(first, last);
    const auto answers = [&](auto block) {
      const auto range = block.in_range(static_cast<char>(first), static_cast<char>(last));
      return std::array<std::uint32_t, 6>{block.top_bits(),           block.equals(value).top_bits(),
                                          range.top_bits(),           (range | block.equals(value)).top_bits(),
                                          (range & block).top_bits(), block.with(value).equals(value).top_bits()};
    };
    ASSERT_EQ(answers(ByteBlock::load(bytes.data())), answers(PlainBlock::load(bytes.data())));
  }
}

TEST(FastPaths, ShortStopWordsAreThoseOfTheTable) {
  for (const Language& language : Language::all()) {
    const std::vector<std::string_view> stop_words = language.stop_words();
    const ShortWords short_words(stop_words);
    const std::set<std::string_view> expected(stop_words.begin(), stop_words.end());
    const auto has = [&](std::string_view word) {
      return short_words.has(PackedWord(word, {0, static_cast<std::uint32_t>(word.size())}).low());
    };
    for (const std::string_view word : stop_words) {
      if (word.size() > 8) continue;
      EXPECT_TRUE(has(word)) << language.code() << " " << word;
      for (std::size_t size = 1; size < word.size(); ++size) {
        const std::string_view part = word.substr(0, size);
        EXPECT_EQ(has(part), expected.contains(part)) << language.code() << " " << part;
      }
    }
  }
  EXPECT_FALSE(ShortWords().has(0));
  EXPECT_FALSE(ShortWords().has(1));
}

/// The plain twin of in_bracket for short texts: decodes every code point and looks it up in the pairs.
bool plain_in_bracket(std::string_view text, std::size_t mark) {
  constexpr std::u32string_view open = U"([\uff08\u300c\u300e\u3010\u300a";
  constexpr std::u32string_view close = U")]\uff09\u300d\u300f\u3011\u300b";
  std::u32string stack;
  for (std::size_t at = 0; at < mark;) {
    const auto c = static_cast<char32_t>(decode(text, &at));
    if (const std::size_t pair = open.find(c); pair != open.npos) {
      stack += close[pair];
    } else if (!stack.empty() && c == stack.back()) {
      stack.pop_back();
    }
  }
  if (stack.empty()) return false;
  return text.find(utf8(static_cast<CodePoint>(stack.front())), mark) != std::string_view::npos;
}

TEST(FastPaths, BracketsAreThoseOfThePlainTwin) {
  constexpr std::array<std::string_view, 22> parts = {"(",      ")",      "[",           "]",      "\uff08", "\uff09",
                                                      "\u300c", "\u300d", "\u300e",      "\u300f", "\u3010", "\u3011",
                                                      "\u300a", "\u300b", "\u3008",      "\u3002", "\uff0c", "\u3042",
                                                      "\u4e2d", "a",      "long words ", "\u00e9"};
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    std::vector<std::size_t> ends;
    for (std::size_t n = 1 + random() % 14; n > 0; --n) {
      text += parts[random() % parts.size()];
      ends.push_back(text.size());
    }
    for (const std::size_t mark : ends) {
      ASSERT_EQ(in_bracket(Window(text, 0, text.size()), 0, mark), plain_in_bracket(text, mark)) << text << " " << mark;
    }
  }
}

TEST(FastPaths, RepeatedTextsAreThoseOfASet) {
  // Covers sizes around those that are compared whole, differences in bytes that are read and in bytes that are not,
  // and few or many equal texts.
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const std::size_t most = random() % 200;
    const std::size_t n_places = 1 + random() % 4;
    std::deque<std::string> texts;
    std::set<std::string> known;
    SeenTexts seen(most);
    for (std::size_t i = 0; i < most; ++i) {
      std::string& text = texts.emplace_back(random() % 50, 'a');
      for (std::size_t place = 0; place < n_places && !text.empty(); ++place) {
        text[random() % text.size()] = static_cast<char>('a' + random() % 3);
      }
      ASSERT_EQ(seen.add(text), !known.insert(text).second) << text;
    }
  }
}

TEST(FastPaths, LinesThatAreAlikeAreToldApart) {
  // The lines differ only in bytes that the first check does not read.
  std::deque<std::string> texts;
  SeenTexts seen(2000);
  for (int i = 0; i < 1000; ++i) {
    const std::string number = std::to_string(1000 + i);
    EXPECT_FALSE(seen.add(texts.emplace_back("Connection from " + number + " was closed by the peer of the line.")));
  }
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(seen.add(texts[static_cast<std::size_t>(i)]));
}

/// The plain twin of collapse_white_space: decodes and tests every code point.
std::string plain_collapse(std::string_view text) {
  std::string collapsed;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, &at);
    if (!is_space(c) && gap && !collapsed.empty()) collapsed += ' ';
    gap = is_space(c);
    if (!gap) collapsed += utf8(c);
  }
  return collapsed;
}

TEST(FastPaths, WhiteSpaceIsCollapsedAsByThePlainTwin) {
  for (CodePoint c = 0; c < 0x10000; ++c) {
    if (is_surrogate(c)) continue;
    for (const std::string_view before : {"", "a", "a ", "more than sixteen bytes "}) {
      for (const std::string_view behind : {"", "b", " b", " more than sixteen bytes"}) {
        const std::string text = std::string(before).append(utf8(c)).append(behind);
        ASSERT_EQ(collapse_white_space(text), plain_collapse(text)) << c;
      }
    }
  }
}

std::string random_text(std::mt19937* random, std::size_t most, const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t n = (*random)() % (most + 1); n > 0; --n) text += parts[(*random)() % parts.size()];
  return text;
}

TEST(FastPaths, CodePointsAreCountedAsOneByOne) {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(&random, 70, {"a", "b", " ", "c", "\u00e9", "\u3042", "\U0001f600"});
    std::uint32_t expected = 0;
    for (std::size_t at = 0; at < text.size(); ++expected) decode(text, &at);
    ASSERT_EQ(count_code_points(text), expected) << text;
  }
}

TEST(FastPaths, WordsWithoutHyphensAreNotDivided) {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    const std::string word =
        random_text(&random, 12, {"a", "b", "\u00fc", "\u2019", "-", "\u2010", "\u00ad", "\ufffe", "\n", " "});
    if (!may_be_divided(word)) {
      ASSERT_EQ(undivided(word), word);
    }
  }
}

/// Blocks of 16 bytes begin elsewhere each time; a short word alone is read byte by byte.
TEST(FastPaths, TopicsAreFoundWhereverTheirWordsStand) {
  TopicFinder finder;
  for (const NoticeWords& words : notice_words) {
    for (std::size_t at = 0; at < words.stems.size();) {
      const std::size_t end = std::min(words.stems.find(' ', at), words.stems.size());
      std::string word(words.stems.substr(at, end - at));
      at = end + 1;
      if (word.ends_with('$')) word.pop_back();
      std::replace(word.begin(), word.end(), '_', ' ');
      const Topics expected = finder.find(word);
      EXPECT_TRUE(expected.has(words.topic)) << word;
      for (std::size_t before = 0; before < 20; ++before) {
        const std::string moved = std::string(before, ' ') + word;
        EXPECT_EQ(finder.find(moved).all, expected.all) << word;
        EXPECT_EQ(finder.find(moved + " - , . : ; - , . : ;").all, expected.all) << word;
        EXPECT_EQ(finder.find(moved, words.topic).all, expected.all & words.topic) << word;
        EXPECT_EQ(finder.find(moved + " \u2014").all, expected.all) << word;
      }
    }
  }
}

}  // namespace
}  // namespace tersely
