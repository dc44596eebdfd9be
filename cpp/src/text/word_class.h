#pragma once

#include <cstdint>

namespace tersely {

/// The role of a character in the word boundaries of UAX #29, as bits.
using WordClass = std::uint16_t;
namespace word_class {
enum : WordClass {
  letter = 1,
  digit = 2,
  connector = 4,        // like "_"
  between_letters = 8,  // a single one may be between two letters: "don't"
  between_digits = 16,  // or two digits: "3.5"
  attached = 32,        // belongs to the character before it: marks, controls
  unknown = 64,         // left to ICU: scripts with dictionaries, emoji, Hebrew with its quotation marks
  cjk = 128,            // Chinese characters and kana: CjkWords cuts their runs
  hangul = 256,         // syllables: a run of them is a word, whatever is beside it
};
inline constexpr int word_part = letter | digit | connector;
inline constexpr int between = between_letters | between_digits;
inline constexpr int in_run = cjk | hangul;

/// May `mark` be between two parts of one word?
constexpr bool joins(int before, int mark, int behind) {
  const int both = before & behind;
  return ((both & letter) != 0 && (mark & between_letters) != 0) ||
         ((both & digit) != 0 && (mark & between_digits) != 0);
}
}  // namespace word_class

}  // namespace tersely
