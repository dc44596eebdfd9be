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

/// Words of UAX #29 in alphabets and syllabaries. Gives the same words as ICU, from tables of classes instead of ICU's
/// automaton and iterators. Only Chinese characters and kana need a dictionary: see CjkWords.
class AlphabetWords {
 public:
  /// `class_of`: called once for each code point of the tables, and for one Chinese character.
  explicit AlphabetWords(const std::function<WordClass(CodePoint)>& class_of);

  /// Appends the words of text[run], a run of the class cjk. Returns false if ICU has to cut it.
  using AppendCjk = std::function<bool(std::string_view text, Span run, std::vector<Span>* words)>;

  /// Appends the words of `text` from `begin` on as spans; `begin` must not be inside a word. Returns where it stopped:
  /// at the end of the text, at a space after at least min_run bytes of ASCII, or at the last space before what ICU has
  /// to cut (at `begin` if there is none). O(bytes).
  std::uint32_t append_words(std::string_view text, std::uint32_t begin, const AppendCjk& append_cjk,
                             std::vector<Span>* words) const;

  /// The first space in or after a run of at least min_run bytes of known characters, or the end of the text.
  std::uint32_t find_known_space(std::string_view text, std::uint32_t from) const;

  /// The run, in bytes, for which switching to a faster method pays. Every part ends before a space: no word contains
  /// one, and what follows a space does not change the words before it.
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
  /// Appends the words of the run of one class of in_run at `begin` and returns its end, or `begin` if ICU has to cut
  /// it: if there is none, or what follows may belong to it.
  std::size_t append_run(std::string_view text, std::uint32_t begin, const AppendCjk& append_cjk,
                         std::vector<Span>* words) const;

  std::array<WordClass, static_cast<std::size_t>(table_size)> classes_{};
  std::array<WordClass, 0x100> wide_{};
  WordClass han_ = 0;
};

}  // namespace tersely
