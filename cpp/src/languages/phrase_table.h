/// Finds phrases of a language at the beginning of a sentence, or anywhere in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "languages/data_file.h"

namespace tersely {

/// The phrases of some sections of a language. Immutable. Case does not matter, an apostrophe ends a word, and a hyphen
/// joins two.
class PhraseTable {
 public:
  struct Found {
    WordTable::Bits section = 0;  // 0: no phrase was found
    std::string_view text;        // its words before a gap
  };

  /// `sections`: bits of word_bit.
  PhraseTable(const DataFile& file, WordTable::Bits sections);

  /// The longest phrase with which a sentence begins, after quotes, brackets and other signs. O(bytes) of at most
  /// `max_words` words.
  Found find(std::string_view sentence) const;

  /// Does the sentence hold a phrase of one of `sections`? A single word counts only at its beginning. O(bytes).
  bool occurs(std::string_view sentence, WordTable::Bits sections) const;

  static constexpr std::size_t max_words = 14;

 private:
  struct Phrase {
    std::vector<std::string> head;  // folded; at least one
    std::vector<std::string> tail;  // follows after one to max_gap other words; may be empty
    WordTable::Bits section;

    std::size_t size() const { return head.size() + tail.size(); }
  };

  static Phrase read_phrase(std::string_view text, WordTable::Bits section);
  template <class Tokens>
  static bool begins(const Tokens& tokens, std::size_t at, const Phrase& phrase);
  /// The first phrase that begins with this word, or a later one.
  std::vector<Phrase>::const_iterator first_with(const std::string& word) const;

  static constexpr std::size_t max_gap = 6;  // words

  std::vector<Phrase> phrases_;  // by their first word
};

}  // namespace tersely
