#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "tersely/text.h"
#include "text/icu.h"
#include "text/word_class.h"

namespace tersely {

/// Words of UAX #29 in alphabets and syllabaries that need no dictionary, as ICU cuts them, from tables of classes
/// instead of ICU's automaton and iterators.
class AlphabetWords {
 public:
  /// `class_of`: asked once for each code point of the tables, and for one of Han.
  explicit AlphabetWords(const std::function<WordClass(CodePoint)>& class_of);

  /// Appends the words of text[run], a run of the class cjk. False if it cannot.
  using AppendCjk = std::function<bool(std::string_view text, Span run, std::vector<Span>* words)>;

  /// Appends the words of `text` from `begin` on, where none is cut, as spans. Returns where it stopped: at the end of
  /// the text, at a space behind at least min_run bytes of ASCII, or at the last space before what ICU has to cut (at
  /// `begin` if there is none). O(bytes).
  std::uint32_t append_words(std::string_view text, std::uint32_t begin, const AppendCjk& append_cjk,
                             std::vector<Span>* words) const;

  /// The first space of or behind at least min_run bytes that are known, or the end of the text.
  std::uint32_t find_known_space(std::string_view text, std::uint32_t from) const;

  /// Bytes that are worth another way to cut them. All parts end before a space: no word has one, and what follows a
  /// space changes nothing before it.
  static constexpr std::uint32_t min_run = 16;

 private:
  static constexpr CodePoint table_size = 0x3100;
  static constexpr CodePoint wide_begin = 0xff00;  // full-width forms

  WordClass class_of(CodePoint c) const {
    if (c < table_size) return classes_[static_cast<std::size_t>(c)];
    if (icu_property::is_han_or_hangul(c)) return c < 0xac00 ? han_ : WordClass{word_class::hangul};
    return c >= wide_begin && c < 0x10000 ? wide_[static_cast<std::size_t>(c - wide_begin)]
                                          : WordClass{word_class::unknown};
  }
  /// Appends the words of the longest run of one class in_run at `begin` and returns its end, or `begin` if ICU has to
  /// cut there: if there is no run, or what stands behind may belong to it.
  std::size_t append_run(std::string_view text, std::uint32_t begin, const AppendCjk& append_cjk,
                         std::vector<Span>* words) const;

  std::array<WordClass, static_cast<std::size_t>(table_size)> classes_{};
  std::array<WordClass, 0x100> wide_{};
  WordClass han_ = 0;
};

}  // namespace tersely
