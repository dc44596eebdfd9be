/// The only door to ICU: character properties, word boundaries, folding. ASCII never leaves the inline tables.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/text.h"

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

namespace icu_property {  // for c >= 0x80
bool white_space(CodePoint c) noexcept;
bool letter(CodePoint c) noexcept;
bool mark(CodePoint c) noexcept;
bool upper(CodePoint c) noexcept;  // upper or title case
bool lower(CodePoint c) noexcept;
bool digit(CodePoint c) noexcept;
bool sentence_terminal(CodePoint c) noexcept;
bool cased(CodePoint c) noexcept;  // has an upper, lower or title case form
CodePoint to_lower(CodePoint c) noexcept;
CodePoint simple_fold(CodePoint c) noexcept;  // case folding of one code point to one
}  // namespace icu_property

constexpr bool is_ascii(CodePoint c) { return c >= 0 && c < 0x80; }

/// White_Space, and the four separators U+001C..U+001F, as Python's str.isspace has it: blank means blank to everyone.
inline bool is_space(CodePoint c) { return is_ascii(c) ? ascii::is(c, ascii::space) : c >= 0 && icu_property::white_space(c); }
inline bool is_letter(CodePoint c) { return is_ascii(c) ? ascii::is(c, ascii::upper | ascii::lower) : c >= 0 && icu_property::letter(c); }
inline bool is_mark(CodePoint c) { return c >= 0x300 && icu_property::mark(c); }
inline bool is_upper(CodePoint c) { return is_ascii(c) ? ascii::is(c, ascii::upper) : c >= 0 && icu_property::upper(c); }
inline bool is_lower(CodePoint c) { return is_ascii(c) ? ascii::is(c, ascii::lower) : c >= 0 && icu_property::lower(c); }
inline bool is_digit(CodePoint c) { return is_ascii(c) ? ascii::is(c, ascii::digit) : c >= 0 && icu_property::digit(c); }
inline bool is_cased(CodePoint c) { return is_ascii(c) ? ascii::is(c, ascii::upper | ascii::lower) : c >= 0 && icu_property::cased(c); }
inline bool is_alnum(CodePoint c) { return is_letter(c) || is_digit(c); }
inline bool is_line_break(CodePoint c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}
/// Bidirectional and zero-width controls: they may lie outside every unit.
constexpr bool is_invisible(CodePoint c) {
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/// The code point that begins at `*offset`, which moves behind it. `text` is valid UTF-8 and *offset < size.
CodePoint next_code_point(std::string_view text, std::size_t* offset) noexcept;
/// The code point that ends at `*offset` (> 0), which moves to its first byte.
CodePoint previous_code_point(std::string_view text, std::size_t* offset) noexcept;
void append_code_point(std::string* out, CodePoint c);

/// Case-folded NFC of a word or a token, with U+2019 as an apostrophe: what stop words and keys are compared by.
void fold(std::string_view word, std::string* out);
std::string fold(std::string_view word);

/// Words of UAX #29: segments with a letter, number, kana or ideograph. Not thread-safe: one per thread.
class WordIterator {
 public:
  WordIterator();
  ~WordIterator();
  WordIterator(WordIterator&&) noexcept;
  WordIterator& operator=(WordIterator&&) noexcept;

  /// Appends the words of text[within], as spans of `text`.
  void append_words(std::string_view text, Span within, std::vector<Span>* words);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Loads the data that ICU would load on first use, so that no lock inside it can be held across a fork.
void prepare_icu();

std::string icu_version();
std::string unicode_version();

}  // namespace tersely
