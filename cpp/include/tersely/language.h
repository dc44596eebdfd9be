/// Languages: their tables from cpp/data (abbreviations, sentence starters, stop words), and how to detect them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"

namespace tersely {

/// What a full stop after an abbreviation means (segmenter.h).
enum class AbbreviationClass : std::uint8_t {
  none,     // not an abbreviation
  title,    // never ends a sentence: "Dr.", "e.g."
  numeric,  // does not end one before a number: "No.", "Fig."
  may_end,  // ends one only before a sentence starter: "Inc.", "U.S."
  ends,     // ends one before any capital: "etc.", "a.m."
};

/// The tables of one language. Immutable, in static storage, and safe to share between threads. The words of a language
/// are loaded when they are first needed. This takes about a millisecond (5 for und()) and no lock.
class Language {
 public:
  struct Tables;

  explicit Language(const Tables* tables) : tables_(tables) {}

  /// A BCP-47 tag ("de", "pt-BR", "zh_Hant"), a code of ISO 639-2 or 639-3 ("deu", "ger"), a locale ("en_US.UTF-8") or
  /// the English name ("German") of a language with tables, in any case. A well-formed tag of a language without tables
  /// gives und(). Anything else throws InvalidOption, which names the languages with similar names.
  static Language find(std::string_view tag_or_name);
  /// Detects the language by script, then by the stop words and letters of the first 400 words, leaving out URLs, tags
  /// and code. und() if the evidence is too weak. O(bytes) up to the last of these words.
  static Language detect(std::string_view text, const Cancel& cancel = Cancel());
  /// The undetermined language, "und": abbreviations of English and Russian, no stop words.
  static Language und();
  /// All languages with tables, by code.
  static std::span<const Language> all();

  std::string_view code() const;  // "en"
  std::string_view name() const;  // "English"
  /// `token`: case-folded, without its last full stop but with the inner ones: "e.g", "dr".
  AbbreviationClass abbreviation(std::string_view token) const;
  /// Is the folded word one that often begins a sentence and rarely begins a name?
  bool is_starter(std::string_view word) const;
  bool is_stop_word(std::string_view folded_word) const;
  bool is_month(std::string_view folded_word) const;
  /// Is the folded word a filler, which carries no meaning in speech: "um", "okay"?
  bool is_filler(std::string_view folded_word) const;
  /// Is the folded word a verb, adverb, vague adjective or filler, which is no part of a keyphrase: "proposed", "new"?
  bool is_breaker(std::string_view folded_word) const;
  /// Does the folded word describe a sound in brackets: "laughter", "inaudible"?
  bool is_noise(std::string_view folded_word) const;
  /// Does the language write ordinals as "3."?
  bool has_ordinals() const;
  /// Sorted.
  std::vector<std::string_view> stop_words() const;

  /// For the library itself.
  const Tables& tables() const { return *tables_; }

  friend bool operator==(const Language&, const Language&) = default;

 private:
  const Tables* tables_;
};

}  // namespace tersely
