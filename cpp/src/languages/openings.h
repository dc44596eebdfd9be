/// Sentences whose first words refer to the sentence before: "He ...", "However, ...".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "languages/data_file.h"

namespace tersely {

enum class Opening : std::uint8_t {
  self_contained,  // refers to nothing before it, or the language has no lists
  pronoun,         // a pronoun, possessive or demonstrative
  connective,
};

/// The sections [pronouns], [connectives] and [self_contained] of a language.
class Openings {
 public:
  struct Found {
    Opening kind = Opening::self_contained;
    std::string_view text;  // the words of the sentence that were found: "He", "As a result"; empty if there are none
  };

  explicit Openings(const DataFile& file);

  /// The longest phrase with which a sentence begins, after quotes, brackets and other signs. Case does not matter, an
  /// apostrophe ends a word, and a hyphen joins two. O(bytes) of at most `max_words` words.
  Found find(std::string_view sentence) const;

  static constexpr std::size_t max_words = 14;

 private:
  struct Phrase {
    std::vector<std::string> head;  // folded; at least one
    std::vector<std::string> tail;  // follows after one to max_gap other words; may be empty
    Opening kind;

    std::size_t size() const { return head.size() + tail.size(); }
  };

  static Phrase read_phrase(std::string_view text, Opening kind);
  template <class Tokens>
  static bool begins(const Tokens& tokens, const Phrase& phrase);

  static constexpr std::size_t max_gap = 6;  // words

  std::vector<Phrase> phrases_;  // by their first word
};

}  // namespace tersely
