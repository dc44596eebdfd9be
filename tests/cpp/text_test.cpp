#include "tersely/text.h"

#include <gtest/gtest.h>

#include <cmath>

#include "linear/logarithm.h"
#include "tersely/error.h"

namespace tersely {
namespace {

std::size_t bad_byte(std::string_view text) {
  try {
    validate_utf8(text);
  } catch (const InvalidText& error) {
    return error.position();
  }
  return std::string_view::npos;
}

TEST(ValidateUtf8, TakesWellFormedText) {
  EXPECT_EQ(bad_byte(""), std::string_view::npos);
  EXPECT_EQ(bad_byte("plain, and longer than eight bytes"), std::string_view::npos);
  EXPECT_EQ(bad_byte("\xef\xbb\xbfß € 😀 \xf4\x8f\xbf\xbf"), std::string_view::npos);
}

TEST(ValidateUtf8, NamesTheFirstBadByte) {
  EXPECT_EQ(bad_byte("caf\xe9 au lait"), 3u);    // Latin-1
  EXPECT_EQ(bad_byte("0123456789\xc3"), 10u);    // cut
  EXPECT_EQ(bad_byte("ab\xc0\xaf"), 2u);         // overlong
  EXPECT_EQ(bad_byte("a\xed\xa0\x80"), 1u);      // surrogate
  EXPECT_EQ(bad_byte("a\xf4\x90\x80\x80"), 1u);  // beyond U+10FFFF
  EXPECT_EQ(bad_byte("a\xe0\x80\x80"), 1u);      // overlong
  EXPECT_EQ(bad_byte("\x80 a continuation byte at the start"), 0u);
}

TEST(ValidateUtf8, NamesFilesThatAreNoText) {
  const auto message = [](std::string_view bytes) -> std::string {
    try {
      validate_utf8(bytes);
    } catch (const InvalidText& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_NE(message("%PDF-1.7\n").find("PDF"), std::string::npos);
  EXPECT_NE(message("PK\x03\x04").find("docx"), std::string::npos);
  EXPECT_NE(message("\x1f\x8b\x08").find("gzip"), std::string::npos);
  EXPECT_NE(message("\xff\xfeh").find("UTF-16"), std::string::npos);
  EXPECT_NE(message("caf\xe9").find("latin-1"), std::string::npos);
}

TEST(Offsets, CountWhatTheCallerCounts) {
  const std::string_view text = "aß€😀b";  // 1, 2, 3, 4 and 1 bytes
  const std::vector<std::uint32_t> bytes = {0, 1, 3, 6, 10, 11};
  EXPECT_EQ(convert_offsets(text, bytes, OffsetUnit::code_point), (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(convert_offsets(text, bytes, OffsetUnit::utf16), (std::vector<std::uint32_t>{0, 1, 2, 3, 5, 6}));
  EXPECT_EQ(byte_offsets(text, {0, 1, 2, 3, 4, 5}), bytes);
  const std::vector<Span> spans = {{bytes[3], bytes[4]}, {bytes[0], bytes[2]}};
  EXPECT_EQ(convert_spans(text, spans, OffsetUnit::code_point), (std::vector<std::uint32_t>{3, 4, 0, 2}));
  EXPECT_EQ(convert_spans(text, spans, OffsetUnit::byte),
            (std::vector<std::uint32_t>{bytes[3], bytes[4], bytes[0], bytes[2]}));
}

TEST(ReadSpans, ConvertsCodePointsAndRefusesTheFirstWrongSpan) {
  const std::string_view text = "aß€😀b";
  const auto read = [&](const std::vector<std::int64_t>& bounds, OffsetUnit unit) {
    return read_spans(text, bounds, unit);
  };
  EXPECT_EQ(read({0, 2, 2, 2, 3, 5}, OffsetUnit::code_point), (std::vector<Span>{{0, 3}, {3, 3}, {6, 11}}));
  EXPECT_EQ(read({0, 3, 6, 11}, OffsetUnit::byte), (std::vector<Span>{{0, 3}, {6, 11}}));
  const auto message = [&](const std::vector<std::int64_t>& bounds, OffsetUnit unit) -> std::string {
    try {
      (void)read(bounds, unit);
    } catch (const InvalidOption& error) {
      return error.what();
    }
    return "";
  };
  using enum OffsetUnit;
  EXPECT_EQ(message({0, 2, 1, 6}, byte), "spans=(0, 2) at index 0: must be made of whole characters");
  EXPECT_EQ(message({0, 3, 1, 6}, byte),
            "spans=(1, 6) at index 1: must be at 3 or later, where the span before it ends");
  EXPECT_EQ(message({0, 3, 3, 12}, byte), "spans=(3, 12) at index 1: must be inside the text, which ends at 11");
  EXPECT_EQ(message({0, 6}, code_point), "spans=(0, 6) at index 0: must be inside the text, which ends at 5");
  EXPECT_EQ(message({-1, 2}, code_point), "spans=(-1, 2) at index 0: must be inside the text, which ends at 5");
  EXPECT_EQ(message({3, 1}, code_point), "spans=(3, 1) at index 0: must be a start and an end that is not before it");
}

TEST(PrintUnit, MakesOneSpaceOfARunWithALineBreak) {
  EXPECT_EQ(print_unit("a  \r\n  b"), "a b");
  EXPECT_EQ(print_unit("two  spaces stay"), "two  spaces stay");
  EXPECT_EQ(print_unit("a\u2028b\u00a0c"), "a b\u00a0c");
}

TEST(Trim, LeavesNoWhiteSpaceAtTheEnds) {
  const std::string_view text = "\u3000 a b\x1c\n";
  EXPECT_EQ(trim(text, {0, static_cast<std::uint32_t>(text.size())}).of(text), "a b");
  EXPECT_EQ(trim(" \t", {0, 2}).size(), 0u);
}

TEST(Logarithm, AgreesWithTheLibrary) {
  EXPECT_EQ(ln(1), 0);
  for (double x = 1e-3; x < 1e9; x *= 1.0137) {
    EXPECT_NEAR(ln(x), std::log(x), 4e-16 * std::max(1.0, std::abs(std::log(x)))) << x;
  }
}

}  // namespace
}  // namespace tersely
