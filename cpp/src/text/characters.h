/// The characters that decide sentence boundaries. Each function is one set; the ASCII members of several sets share
/// one table.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/icu.h"

namespace tersely::characters {

enum AsciiClass : std::uint8_t { closer = 1, opener = 2, continues = 4, token_end = 8, bracket = 16, consonant = 32 };

constexpr std::array<std::uint8_t, 128> make_ascii_classes() {
  std::array<std::uint8_t, 128> table{};
  const auto add = [&table](std::string_view members, AsciiClass c) {
    for (const char x : members) table[static_cast<std::size_t>(x)] |= c;
  };
  add("\"')]}", closer);
  add("\"'([{*_", opener);
  add(",;:%/", continues);
  add(" \t\n\v\f\r\x1c\x1d\x1e\x1f\"'()[]{}<>,;:!?/\\|=+*&", token_end);
  add("([{", bracket);
  add("bcdfghjklmnpqrstvwxz", consonant);
  return table;
}
inline constexpr auto ascii_classes = make_ascii_classes();

constexpr bool in_ascii(CodePoint c, AsciiClass mask) {
  return (ascii_classes[static_cast<std::size_t>(c)] & mask) != 0;
}

constexpr bool is_full_stop(CodePoint c) { return c == '.' || c == 0x2024 || c == 0xfe52 || c == 0xff0e; }
constexpr bool is_ellipsis(CodePoint c) { return c == 0x2026 || c == 0x22ef; }
constexpr bool is_dot(CodePoint c) { return c == '.' || c == 0x2026; }

/// Ends a sentence on its own: ! ? and the full stops of scripts that do not use them for abbreviations.
inline bool is_stop_mark(CodePoint c) {
  if (is_ascii(c)) return c == '!' || c == '?';
  switch (c) {
    case no_code_point:
    case 0x2024:
    case 0xfe52:
    case 0xff0e:
      return false;
    case 0x3002:
    case 0xff01:
    case 0xff1f:  // frequent, so tested first
    case 0x17d4:
    case 0x17d5:
    case 0x0f0d:
    case 0x0f0e:  // Khmer, Tibetan: older versions of Unicode lack the property
    case 0xfe12:
      return true;
    default:
      return icu_property::has(c, icu_property::sentence_terminal);
  }
}
inline bool is_terminator(CodePoint c) { return is_full_stop(c) || is_ellipsis(c) || is_stop_mark(c); }

/// Full-width stops: no white space need follow them.
constexpr bool is_full_width_stop(CodePoint c) {
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff61 || c == 0xff0e || c == 0xfe12 || c == 0xfe56 ||
         c == 0xfe57;
}
/// Stops that end a sentence with or without white space: danda, Arabic, Armenian, Ethiopic, Burmese, Khmer.
constexpr bool is_spaceless_stop(CodePoint c) {
  switch (c) {
    case 0x589:
    case 0x61f:
    case 0x6d4:
    case 0x964:
    case 0x965:
    case 0x104a:
    case 0x104b:
    case 0x1362:
    case 0x1367:
    case 0x1368:
    case 0x17d4:
    case 0x17d5:
      return true;
    default:
      return false;
  }
}

constexpr bool is_quote(CodePoint c) {
  switch (c) {
    case '"':
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x2039:
    case 0x203a:
      return true;
    default:
      return false;
  }
}
/// Closes a quotation or bracket. Some marks open in one language and close in another (German).
constexpr bool is_closer(CodePoint c) {
  if (is_ascii(c)) return in_ascii(c, closer);
  switch (c) {
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x2033:
    case 0x2039:
    case 0x203a:
    case 0x3009:
    case 0x300b:
    case 0x300d:
    case 0x300f:
    case 0x3011:
    case 0x3015:
    case 0x301e:
    case 0x301f:
    case 0xff09:
    case 0xff3d:
    case 0xff5d:
    case 0xff63:
      return true;
    default:
      return false;
  }
}
/// Can only close, never open: a lone one after white space belongs to what precedes it.
constexpr bool is_plain_closer(CodePoint c) {
  return c == 0x201d || c == 0xbb || c == 0x300f || c == 0x300d || c == ')' || c == ']';
}
/// May precede the first letter of a unit: quotes, brackets, inverted marks, emphasis.
constexpr bool is_opener(CodePoint c) {
  if (is_ascii(c)) return in_ascii(c, opener);
  switch (c) {
    case 0xa1:
    case 0xab:
    case 0xbb:
    case 0xbf:
    case 0x2018:
    case 0x201a:
    case 0x201c:
    case 0x201e:
    case 0x2039:
    case 0x203a:
    case 0x3008:
    case 0x300a:
    case 0x300c:
    case 0x300e:
    case 0x3010:
    case 0xff08:
      return true;
    default:
      return false;
  }
}
constexpr bool is_open_bracket(CodePoint c) { return is_ascii(c) && in_ascii(c, bracket); }
constexpr bool is_dash(CodePoint c) { return c == '-' || (c >= 0x2012 && c <= 0x2015); }
constexpr bool is_apostrophe(CodePoint c) { return c == '\'' || c == 0x2019; }
/// Shows that the sentence continues.
constexpr bool is_continuation(CodePoint c) {
  if (is_ascii(c)) return in_ascii(c, continues);
  return c == 0x60c || c == 0x61b || c == 0x3001 || c == 0xff0c || c == 0xff1a || c == 0xff1b;
}
constexpr bool is_bullet(CodePoint c) {
  switch (c) {
    case 0xb7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x2219:
    case 0x25a0:
    case 0x25aa:
    case 0x25ba:
    case 0x25cf:
    case 0x25e6:
    case 0x2666:
    case 0x2713:
    case 0x27a2:
      return true;
    default:
      return false;
  }
}
constexpr bool is_superscript_digit(CodePoint c) {
  return c == 0xb9 || c == 0xb2 || c == 0xb3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}
/// Not part of a word or an abbreviation.
inline bool ends_token(CodePoint c) {
  if (is_ascii(c)) return in_ascii(c, token_end);
  return c == 0xab || c == 0xbb || (c >= 0x2013 && c <= 0x2014) || c == 0x2018 || c == 0x2019 ||
         (c >= 0x201c && c <= 0x201e) || c == 0x2026 || is_space(c);
}

constexpr bool is_ascii_digit(CodePoint c) { return c >= '0' && c <= '9'; }
constexpr bool is_han_or_kana(CodePoint c) {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf);
}
constexpr bool is_armenian(CodePoint c) { return c >= 0x530 && c <= 0x58f; }
constexpr bool is_greek(CodePoint c) { return (c >= 0x370 && c <= 0x3ff) || (c >= 0x1f00 && c <= 0x1fff); }
constexpr bool is_thai_or_lao(CodePoint c) { return c >= 0xe00 && c <= 0xeff; }
constexpr bool is_cyrillic(CodePoint c) { return c >= 0x400 && c <= 0x52f; }
constexpr bool is_hebrew(CodePoint c) { return c >= 0x5d0 && c <= 0x5ea; }
constexpr bool is_danda(CodePoint c) { return c == 0x964 || c == 0x965; }
/// Encloses emphasis or code in Markdown.
constexpr bool is_emphasis(CodePoint c) { return c == '*' || c == '_' || c == '~' || c == '`'; }

/// Folded Latin and Cyrillic letters that are not vowels; y counts as a vowel.
constexpr bool is_consonant(CodePoint c) {
  if (is_ascii(c)) return in_ascii(c, consonant);
  constexpr std::u32string_view others = U"ßçćčďđģğķĺļľłńņňñŕřśşšșťţțźżžбвгджзйклмнпрстфхцчшщьђјљњћџґ";
  return others.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}
/// A letter of a script without upper and lower case.
inline bool is_caseless_letter(CodePoint c) { return !is_ascii(c) && is_letter(c) && !is_cased(c); }

}  // namespace tersely::characters
