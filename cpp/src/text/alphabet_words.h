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

/// Words of UAX #29 in alphabets and syllabaries that need no dictionary, as ICU cuts them, from a table of classes
/// instead of ICU's automaton and iterators.
class AlphabetWords {
 public:
  /// `class_of`: asked once for each code point below the table's end.
  explicit AlphabetWords(const std::function<WordClass(CodePoint)>& class_of);

  /// Appends the words of `text` from `begin` on, where none is cut, as spans. Returns where it stopped: at the end of
  /// the text, at a space behind at least min_run bytes of ASCII, or at the last space before an unknown character (at
  /// `begin` if there is none). O(bytes).
  std::uint32_t append_words(std::string_view text, std::uint32_t begin, std::vector<Span>* words) const;

  /// The first space of or behind at least min_run bytes that are known, or the end of the text.
  std::uint32_t find_known_space(std::string_view text, std::uint32_t from) const;

  /// Bytes that are worth another way to cut them. All parts end before a space: no word has one, and what follows a
  /// space changes nothing before it.
  static constexpr std::uint32_t min_run = 16;

 private:
  static constexpr CodePoint table_size = 0x2e80;

  WordClass class_of(CodePoint c) const {
    return c < table_size ? classes_[static_cast<std::size_t>(c)] : WordClass{word_class::unknown};
  }

  std::array<WordClass, static_cast<std::size_t>(table_size)> classes_{};
};

}  // namespace tersely
