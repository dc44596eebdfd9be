#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "tersely/text.h"

namespace tersely {

/// Words of UAX #29 in ASCII, as ICU cuts them, without its automaton: letters, digits and "_" make words; a single
/// mark may stand between two letters ("don't") or two digits ("3.5"). What is a letter or such a mark differs between
/// versions of ICU ("@", ":"), and is asked of it.
class AsciiWords {
 public:
  /// `is_one_word`: does ICU see one segment in all of a short text, and is it a word?
  explicit AsciiWords(const std::function<bool(std::string_view)>& is_one_word);

  /// Appends the words of text[within], which is ASCII, as spans of `text`. O(bytes).
  void append_words(std::string_view text, Span within, std::vector<Span>* words) const;

 private:
  enum Class : std::uint8_t { letter = 1, digit = 2, connector = 4, between_letters = 8, between_digits = 16 };
  static constexpr int word_part = letter | digit | connector;
  static constexpr int mark = between_letters | between_digits;

  int class_of(char c) const { return classes_[static_cast<std::uint8_t>(c)]; }
  bool joins(char before, char between, char behind) const;
  std::size_t skip_word(std::string_view part, std::size_t at) const;

  std::array<std::uint8_t, 256> classes_{};
};

}  // namespace tersely
