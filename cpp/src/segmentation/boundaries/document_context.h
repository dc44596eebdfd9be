#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "languages/language_tables.h"
#include "tersely/language.h"

namespace tersely {

/// What decisions need to know about the whole text and its language. One per call of segment().
class DocumentContext {
 public:
  /// `abbreviations`: further ones of class `title`.
  DocumentContext(std::string_view text, const Language& language, const std::vector<std::string>& abbreviations);

  WordTable::Bits word_bits(std::string_view folded) const noexcept { return words_.table.find(folded); }
  bool is_extra_abbreviation(std::string_view folded) const noexcept;
  bool has_ordinals() const noexcept { return tables_.file.ordinals; }
  bool is(std::string_view language_code) const noexcept { return tables_.code == language_code; }
  /// Do the sentences of this text begin in lower case (chat, reviews)? Computed on the first call. O(bytes).
  bool in_lower_case() const { return starts().glued.lower >= 2 && starts().glued.is_lower(); }
  /// The same for stops with a space before them (tokenised text).
  bool in_lower_case_tokens() const { return starts().detached.is_lower(); }
  /// German capitalises nouns, so a capital after a stop says little.
  bool capitalises_nouns() const noexcept { return is("de"); }

 private:
  /// How often a capital ("word. Next") or lower case ("word. next") follows a stop.
  struct CaseCount {
    std::size_t upper = 0;
    std::size_t lower = 0;
    bool is_lower() const { return 2 * lower >= upper; }
  };
  struct SentenceStarts {
    CaseCount glued;
    CaseCount detached;  // stops with a space before them: "word . next"
  };
  static SentenceStarts count_sentence_starts(std::string_view text);
  const SentenceStarts& starts() const;

  std::string_view text_;
  const Language::Tables& tables_;
  const LanguageWords& words_;
  std::vector<std::string> abbreviations_;  // folded, sorted
  mutable std::optional<SentenceStarts> starts_;
};

}  // namespace tersely
