#pragma once

#include <string_view>
#include <vector>

#include "languages/word_table.h"
#include "tersely/language.h"

namespace tersely {

/// Bits of a word in the table of its language. The lowest three hold its AbbreviationClass.
namespace word_bit {
inline constexpr WordTable::Bits abbreviation = 7;
inline constexpr WordTable::Bits starter = 1 << 3;
inline constexpr WordTable::Bits stop = 1 << 4;
inline constexpr WordTable::Bits month = 1 << 5;
inline constexpr WordTable::Bits capitalised = 1 << 6;   // also an everyday word: an abbreviation only if capitalised
inline constexpr WordTable::Bits reporting = 1 << 7;     // "said": follows a quotation inside the same sentence
inline constexpr WordTable::Bits time = 1 << 8;          // follows "a.m." inside the same sentence: days, time zones
inline constexpr WordTable::Bits interjection = 1 << 9;  // without vowels, yet no abbreviation
inline constexpr WordTable::Bits label = 1 << 10;        // "Article": stands before the number of a section
inline constexpr WordTable::Bits unit = 1 << 11;         // "km": ends a sentence after a number
inline constexpr WordTable::Bits acronym = 1 << 12;      // in capitals it is no abbreviation: "LTS", but "Lts. Smith"
inline constexpr WordTable::Bits filler = 1 << 13;       // "um": says nothing in speech
inline constexpr WordTable::Bits noise = 1 << 14;        // "laughter": a sound, in brackets
}  // namespace word_bit

/// One file of cpp/data:
///
///     name German
///     inherits en          the words of other languages, where this one says nothing else; not their stop words
///     ordinals yes         the language writes ordinals as "3."
///     letters äöüß         the letters it writes, but for a to z: it takes part in the votes of Language::detect
///
///     [starters]           then words, until the next section
///     der die das
///
/// Lines that begin with # are comments.
class DataFile {
 public:
  /// Reads what stands before the sections. `text` must outlive the file.
  explicit DataFile(std::string_view text);

  std::string_view name;
  std::vector<std::string_view> inherits;  // codes
  std::string_view letters;
  bool ordinals = false;

  struct Word {
    std::string_view text;
    WordTable::Bits bits;

    bool is_abbreviation() const { return (bits & word_bit::abbreviation) != 0; }
  };
  /// As the sections list them: one word may stand in several. O(bytes).
  std::vector<Word> words() const;

 private:
  std::string_view sections_;
};

}  // namespace tersely
