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
inline constexpr WordTable::Bits interjection = 1 << 9;  // has no vowels, yet is not an abbreviation
inline constexpr WordTable::Bits label = 1 << 10;        // "Article": precedes the number of a section
inline constexpr WordTable::Bits unit = 1 << 11;         // "km": ends a sentence after a number
inline constexpr WordTable::Bits acronym = 1 << 12;      // not an abbreviation in capitals: "LTS", but "Lts. Smith"
inline constexpr WordTable::Bits filler = 1 << 13;       // "um": carries no meaning in speech
inline constexpr WordTable::Bits noise = 1 << 14;        // "laughter": a sound, given in brackets
inline constexpr WordTable::Bits pronoun = 1 << 15;      // begins sentences that need the one before: see Openings
inline constexpr WordTable::Bits connective = 1 << 16;
inline constexpr WordTable::Bits self_contained = 1 << 17;
inline constexpr WordTable::Bits openings = pronoun | connective | self_contained;
inline constexpr WordTable::Bits instruction = 1 << 18;  // "summarise": asks, and is not what is asked for
inline constexpr WordTable::Bits breaker = 1 << 19;      // "proposed": no part of a keyphrase
inline constexpr WordTable::Bits typical = 1 << 20;      // votes in Language::detect, as stop words do
inline constexpr WordTable::Bits votes = stop | typical;
inline constexpr WordTable::Bits salutation = 1 << 21;   // "dear": begins the lines of letters above and below the text
inline constexpr WordTable::Bits courtesy = 1 << 22;     // "thank you for": begins sentences without content
inline constexpr WordTable::Bits record_mark = 1 << 23;  // "appellant": begins lines of court opinions and minutes
inline constexpr WordTable::Bits formula = 1 << 24;      // "it is so ordered": begins their sentences without content
inline constexpr WordTable::Bits outcome = 1 << 25;      // "we hold": says what a court or a meeting decided
inline constexpr WordTable::Bits signal = 1 << 26;       // "see also": begins citations
inline constexpr WordTable::Bits remarks = salutation | courtesy | record_mark | formula | outcome | signal;
inline constexpr WordTable::Bits phrases = openings | remarks;  // sections of phrases, which are no words
}  // namespace word_bit

/// One file of cpp/data:
///
///     name German
///     inherits en          other languages whose words it shares, except stop words and what it defines itself
///     codes deu ger        its other codes: ISO 639-2 and 639-3, and those that ISO has given up
///     ordinals yes         the language writes ordinals as "3."
///     letters äöüß         its letters besides a to z; a language with this line votes in Language::detect
///     between hr sr        has the stop words of these languages, and is detected if they lead the vote together
///
///     [starters]           a section: words, until the next one
///     der die das
///
/// In sections of phrases, `_` stands for a space, and `_.._` for one to six other words: "it_is_.._that". These are
/// [pronouns] and [connectives], of which [self_contained] holds the exceptions; for letters, [salutations] and
/// [courtesies]; for court opinions, minutes and meetings, [record_marks], [formulas] and [outcomes]; and
/// [citation_signals].
///
/// [typical_words] holds other frequent words by which a language differs from one that has the same stop words:
/// "vrijeme", "vreme".
///
/// Lines that begin with # are comments.
class DataFile {
 public:
  /// Reads the lines before the sections. `text` must outlive the file.
  explicit DataFile(std::string_view text);

  std::string_view name;
  std::vector<std::string_view> inherits;  // codes
  std::vector<std::string_view> codes;     // others of the language
  std::string_view letters;
  std::vector<std::string_view> between;  // codes
  bool ordinals = false;

  struct Word {
    std::string_view text;
    WordTable::Bits bits;

    bool is_abbreviation() const { return (bits & word_bit::abbreviation) != 0; }
  };
  /// In the order of the sections; a word may be in several of them. O(bytes).
  std::vector<Word> words() const;

 private:
  std::string_view sections_;
};

}  // namespace tersely
