/// The tables built from the files of cpp/data.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "languages/short_words.h"
#include "languages/word_table.h"
#include "tersely/language.h"
#include "text/icu.h"

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
}  // namespace word_bit

struct Language::Tables {
  std::string code;
  std::string name;
  bool ordinals = false;
  WordTable words;                           // bits of word_bit
  std::vector<std::string_view> stop_words;  // sorted
  ShortWords short_stop_words;               // those of at most eight bytes
};

/// All languages. Built on the first call, which should precede any fork or thread.
struct LanguageRegistry {
  std::vector<Language::Tables> tables;  // sorted by code, without "und"
  Language::Tables und;
  std::vector<Language> languages;               // of `tables`, in the same order
  static constexpr std::size_t max_voting = 32;  // the bits of a word
  WordTable voters;                              // stop word -> bit i: language voting[i] has it
  std::vector<WordTable::Bits> writers;          // by code point, beyond ASCII; bit i: language voting[i] writes it
  std::vector<const Language::Tables*> voting;   // the languages with `letters`

  LanguageRegistry();
  LanguageRegistry(const LanguageRegistry&) = delete;
  LanguageRegistry& operator=(const LanguageRegistry&) = delete;

  /// Never destroyed: threads may still run while the process exits.
  static const LanguageRegistry& get();
  /// The languages that write a letter beyond ASCII.
  WordTable::Bits writers_of(CodePoint c) const {
    return static_cast<std::size_t>(c) < writers.size() ? writers[static_cast<std::size_t>(c)] : 0;
  }
  /// nullptr if there is no such language.
  const Language::Tables* find(std::string_view code) const;
};

}  // namespace tersely
