/// Every part of a computation checks often enough whether it should stop. The checks are counted, not timed: `poll`
/// runs at each.
#include "tersely/cancel.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "support.h"
#include "tersely/language.h"
#include "text/icu.h"
#include "text/word_iterator.h"

namespace tersely {
namespace {

constexpr auto at_every_check = Cancel::Clock::duration::zero();
constexpr std::size_t size = 1 << 20;
constexpr std::size_t most_bytes = 1 << 17;  // between two checks

std::string repeat(std::string_view part) {
  std::string text;
  while (text.size() < size) text += part;
  return text;
}

struct Sample {
  std::string name;
  std::string text;
};

/// Units of a megabyte without a stop.
std::vector<Sample> huge_units() {
  return {{"Chinese", repeat("研究人员发现河流上升导致旧桥关闭")},
          {"one character", repeat("中")},
          {"Japanese", repeat("カタカナとひらがなをまぜた文章")},
          {"Thai", repeat("ภาษาไทยเป็นภาษาที่มีเสียงวรรณยุกต์")},
          {"Khmer", repeat("ភាសាខ្មែរជាភាសាផ្លូវការ")},
          {"English", repeat("a long sentence without a stop and ")},
          {"Russian", repeat("слово за словом ")}};
}

std::size_t count_checks(const std::function<void(const Cancel&)>& compute) {
  std::size_t checks = 0;
  compute(Cancel(std::nullopt, [&checks] { ++checks; }, at_every_check));
  return checks;
}

TEST(Cancel, IsAskedInsideAHugeUnit) {
  for (const auto& [name, unit] : huge_units()) {
    const std::string_view text = unit;  // clang 14 cannot capture a structured binding
    const std::size_t in_segmenter =
        count_checks([&](const Cancel& cancel) { (void)segment(text, Language::detect(text), {}, cancel); });
    EXPECT_GE(in_segmenter, size / most_bytes) << name;
    const std::size_t in_words = count_checks([&](const Cancel& cancel) {
      std::vector<Span> words;
      WordIterator().append_words(text, {0, static_cast<std::uint32_t>(text.size())}, &words, cancel);
    });
    EXPECT_GE(in_words, name == "English" || name == "Russian" ? 1 : size / most_bytes) << name;
  }
}

TEST(Cancel, IsAskedWhileTheWordsOfAHugeUnitAreRead) {
  const std::string text = repeat("a long sentence without a stop and ");
  Unit unit;
  unit.span = {0, static_cast<std::uint32_t>(text.size())};
  Workspace workspace;
  const std::size_t checks = count_checks([&](const Cancel& cancel) {
    (void)Words(text, std::vector<Unit>{unit}, false, Language::find("en"), {}, &workspace, cancel);
  });
  EXPECT_GE(checks, size / most_bytes);
}

TEST(Cancel, IsAskedWhileUtf8IsChecked) {
  const std::string text = repeat("中") + repeat("中") + repeat("中");
  EXPECT_GE(count_checks([&](const Cancel& cancel) { validate_utf8(text, cancel); }), 3u);
}

struct Stop {};

TEST(Cancel, WhatItThrowsComesOutOfEveryPlaceAndSpoilsNothing) {
  const std::string text =
      "桥关闭了。" + repeat("研究人员发现河流上升导致旧桥关闭").substr(0, 150'000) + "。A ferry came.";
  Workspace workspace;
  const auto summary = [&](const Cancel& cancel) {
    const Document document(text, {}, &workspace, cancel);
    return print(document, text, summarize(document, {}, {}, &workspace, cancel));
  };
  const std::string expected = summary(Cancel());
  const std::size_t checks = count_checks([&](const Cancel& cancel) { (void)summary(cancel); });
  ASSERT_GE(checks, 10u);
  for (std::size_t last = 1; last <= checks; last += std::max<std::size_t>(1, checks / 10)) {
    std::size_t n = 0;
    const Cancel stopping(
        std::nullopt,
        [&] {
          if (++n == last) throw Stop();
        },
        at_every_check);
    EXPECT_THROW((void)summary(stopping), Stop) << last;
  }
  EXPECT_EQ(summary(Cancel()), expected);
}

}  // namespace
}  // namespace tersely
