#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "tersely/text.h"
#include "text/word_class.h"

namespace tersely {

/// Words of UAX #29 in ASCII. Gives the same words as ICU, without its automaton: letters, digits and "_" make words; a
/// single mark may be between two letters ("don't") or two digits ("3.5"). Which characters are letters or such marks
/// differs between versions of ICU ("@", ":"), so the constructor asks ICU.
class AsciiWords {
 public:
  /// `is_one_word`: is a short text one single segment to ICU, and a word?
  explicit AsciiWords(const std::function<bool(std::string_view)>& is_one_word);

  /// Appends the words of text[within], which must be ASCII, as spans of `text`. O(bytes).
  void append_words(std::string_view text, Span within, std::vector<Span>* words) const;

  WordClass class_of(char c) const { return classes_[static_cast<std::uint8_t>(c)]; }

  /// Are sixteen bytes read at a time? True if only letters, digits, "_" and at most one other character make words, as
  /// in every known version of ICU.
  bool scans_blocks() const { return scans_blocks_; }

 private:
  std::uint64_t find_word_parts(std::string_view text, std::size_t begin, std::size_t end) const;
  bool joins_at(std::string_view part, std::size_t mark) const;
  void note_word_part(char c, bool is_part);

  std::array<WordClass, 256> classes_{};
  bool scans_blocks_ = true;
  char other_part_ = '_';  // "@" in ICU 72; "_": there is no other
};

}  // namespace tersely
