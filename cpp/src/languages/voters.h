#pragma once

#include <cstddef>
#include <vector>

#include "languages/word_table.h"
#include "tersely/language.h"
#include "text/icu.h"

namespace tersely {

struct LanguageRegistry;

/// The words and alphabets by which Language::detect distinguishes the languages that have `letters`.
struct Voters {
  static constexpr std::size_t max = 40;  // at most the bits of a word

  std::vector<const Language::Tables*> languages;  // at most `max`
  WordTable words;                                 // bit i: languages[i] has it as a stop word or typical word
  std::vector<WordTable::Bits> writers;            // by code point, beyond ASCII; bit i: languages[i] writes it

  explicit Voters(const LanguageRegistry& registry);

  /// The language that these languages stand for if they lead together; nullptr if they are several, and none is
  /// between them.
  const Language::Tables* elected(WordTable::Bits leaders) const;

  /// The languages that write a letter beyond ASCII.
  WordTable::Bits writers_of(CodePoint c) const {
    return static_cast<std::size_t>(c) < writers.size() ? writers[static_cast<std::size_t>(c)] : 0;
  }

 private:
  struct Between {
    WordTable::Bits neighbours;
    const Language::Tables* language;
  };
  std::vector<Between> between_;
};

}  // namespace tersely
