/// Sentences whose first words refer to the sentence before: "He ...", "However, ...".
#pragma once

#include <cstdint>
#include <string_view>

#include "languages/data_file.h"
#include "languages/phrase_table.h"

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

  /// The longest phrase with which a sentence begins, see PhraseTable::find.
  Found find(std::string_view sentence) const;

 private:
  PhraseTable phrases_;
};

}  // namespace tersely
