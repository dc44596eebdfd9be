#pragma once

#include <cstddef>
#include <vector>

#include "languages/word_table.h"
#include "tersely/language.h"
#include "text/icu.h"

namespace tersely {

struct LanguageRegistry;

/// The stop words and alphabets by which Language::detect tells the languages that have `letters`.
struct Voters {
  static constexpr std::size_t max = 32;  // the bits of a word

  std::vector<const Language::Tables*> languages;  // at most `max`
  WordTable stop_words;                            // stop word -> bit i: languages[i] has it
  std::vector<WordTable::Bits> writers;            // by code point, beyond ASCII; bit i: languages[i] writes it

  explicit Voters(const LanguageRegistry& registry);

  /// The languages that write a letter beyond ASCII.
  WordTable::Bits writers_of(CodePoint c) const {
    return static_cast<std::size_t>(c) < writers.size() ? writers[static_cast<std::size_t>(c)] : 0;
  }
};

}  // namespace tersely
