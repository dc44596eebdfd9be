/// Character properties and folding by ICU. ASCII is answered from inline tables.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tersely {

using CodePoint = std::int32_t;
inline constexpr CodePoint no_code_point = -1;

namespace ascii {
enum : std::uint8_t { space = 1, upper = 2, lower = 4, digit = 8 };
constexpr std::array<std::uint8_t, 128> make_classes() {
  std::array<std::uint8_t, 128> classes{};
  for (const char c : {' ', '\t', '\n', '\v', '\f', '\r', '\x1c', '\x1d', '\x1e', '\x1f'}) {
    classes[static_cast<std::size_t>(c)] |= space;
  }
  for (char c = 'A'; c <= 'Z'; ++c) classes[static_cast<std::size_t>(c)] |= upper;
  for (char c = 'a'; c <= 'z'; ++c) classes[static_cast<std::size_t>(c)] |= lower;
  for (char c = '0'; c <= '9'; ++c) classes[static_cast<std::size_t>(c)] |= digit;
  return classes;
}
inline constexpr auto classes = make_classes();
constexpr bool is(CodePoint c, int mask) { return (classes[static_cast<std::size_t>(c)] & mask) != 0; }
}  // namespace ascii

/// Properties of code points beyond ASCII.
namespace icu_property {
enum : std::uint8_t {
  white_space = 1,
  letter = 2,
  mark = 4,
  upper = 8,  // upper or title case
  lower = 16,
  digit = 32,
  sentence_terminal = 64,
  cased = 128,  // has an upper, lower or title case form
};
constexpr CodePoint table_size = 0x10000;
using Table = std::array<std::uint8_t, static_cast<std::size_t>(table_size)>;

/// The properties by ICU; for code points beyond the table.
std::uint8_t look_up(CodePoint c) noexcept;
/// All of these are letters, and have no case.
constexpr bool is_han_or_hangul(CodePoint c) {
  return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}
/// `look_up` of the basic plane. Built on the first call (about 1 ms), which should precede any fork or thread.
const Table& basic_plane() noexcept;
/// One load instead of ICU's calls and tries; a text in one script touches only a few cache lines.
inline bool has(CodePoint c, int mask) noexcept {
  static const Table& table = basic_plane();
  return ((c < table_size ? table[static_cast<std::size_t>(c)] : look_up(c)) & mask) != 0;
}
}  // namespace icu_property

/// Case folding of one code point to one. The table ends at U+3400: above, only rare scripts have case.
class FoldTable {
 public:
  /// Built on the first call, which should precede any fork or thread.
  static const FoldTable& get();

  CodePoint simple(CodePoint c) const noexcept {
    if (c < size) return simple_[static_cast<std::size_t>(c)];
    return icu_property::has(c, icu_property::cased) ? fold_rare(c) : c;
  }
  /// Does the simple folding equal the full one, in NFC, whatever surrounds it? If not, the whole word must be folded.
  bool folds_alone(CodePoint c) const noexcept {
    if (c < size) return alone_[static_cast<std::size_t>(c)];
    const bool full_or_half_width = c >= 0xff01 && c <= 0xffef;
    return full_or_half_width || icu_property::is_han_or_hangul(c);
  }

 private:
  FoldTable();
  static CodePoint fold_rare(CodePoint c) noexcept;

  static constexpr CodePoint size = 0x3400;
  std::array<std::uint16_t, static_cast<std::size_t>(size)> simple_;
  std::array<bool, static_cast<std::size_t>(size)> alone_;
};

constexpr bool is_ascii(CodePoint c) { return c >= 0 && c < 0x80; }

/// Does the code point have one of the properties? False for no_code_point.
inline bool has_property(CodePoint c, int ascii_mask, int mask) {
  return is_ascii(c) ? ascii::is(c, ascii_mask) : c >= 0 && icu_property::has(c, mask);
}
/// White_Space and the four separators U+001C..U+001F, as in Python's str.isspace, so that both agree on blank texts.
inline bool is_space(CodePoint c) { return has_property(c, ascii::space, icu_property::white_space); }
inline bool is_letter(CodePoint c) { return has_property(c, ascii::upper | ascii::lower, icu_property::letter); }
inline bool is_mark(CodePoint c) { return c >= 0x300 && icu_property::has(c, icu_property::mark); }
inline bool is_upper(CodePoint c) { return has_property(c, ascii::upper, icu_property::upper); }
inline bool is_lower(CodePoint c) { return has_property(c, ascii::lower, icu_property::lower); }
inline bool is_digit(CodePoint c) { return has_property(c, ascii::digit, icu_property::digit); }
inline bool is_cased(CodePoint c) { return has_property(c, ascii::upper | ascii::lower, icu_property::cased); }
inline bool is_alnum(CodePoint c) { return is_letter(c) || is_digit(c); }
inline bool is_line_break(CodePoint c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }
/// Bidirectional and zero-width controls; they may be outside every unit.
constexpr bool is_invisible(CodePoint c) {
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/// The code point that begins at `*offset`, which moves past it. `text` must be valid UTF-8 and *offset < size.
CodePoint next_code_point(std::string_view text, std::size_t* offset) noexcept;
/// The code point that ends at `*offset` (> 0), which moves to its first byte.
CodePoint previous_code_point(std::string_view text, std::size_t* offset) noexcept;

/// Case-folded NFC of a word or token, with U+2019 as an apostrophe: the form in which stop words and keys are
/// compared.
void fold(std::string_view word, std::string* out);
std::string fold(std::string_view word);
/// The same, all by ICU.
std::string fold_by_icu(std::string_view word);

/// Loads what ICU would otherwise load on first use for properties and folding.
void prepare_icu();

std::string icu_version();
std::string unicode_version();

}  // namespace tersely
