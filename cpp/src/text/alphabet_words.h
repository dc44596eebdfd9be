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

/// Words of UAX #29 in alphabets and syllabaries that need no dictionary. Gives the same words as ICU, from a table of
/// classes instead of ICU's automaton and iterators.
class AlphabetWords {
 public:
  /// `class_of`: called once for each code point below the table's end.
  explicit AlphabetWords(const std::function<WordClass(CodePoint)>& class_of);

  /// Appends the words of `text` from `begin` on as spans; `begin` must not be inside a word. Returns where it stopped:
  /// at the end of the text, at a space after at least min_run bytes of ASCII, or at the last space before an unknown
  /// character (at `begin` if there is none). O(bytes).
  std::uint32_t append_words(std::string_view text, std::uint32_t begin, std::vector<Span>* words) const;

  /// The first space in or after a run of at least min_run bytes of known characters, or the end of the text.
  std::uint32_t find_known_space(std::string_view text, std::uint32_t from) const;

  /// The run, in bytes, for which switching to a faster method pays. Every part ends before a space: no word contains
  /// one, and what follows a space does not change the words before it.
  static constexpr std::uint32_t min_run = 16;

 private:
  static constexpr CodePoint table_size = 0x2e80;

  WordClass class_of(CodePoint c) const {
    return c < table_size ? classes_[static_cast<std::size_t>(c)] : WordClass{word_class::unknown};
  }

  std::array<WordClass, static_cast<std::size_t>(table_size)> classes_{};
};

}  // namespace tersely
