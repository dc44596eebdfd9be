/// The tables built from the files of cpp/data.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "languages/data_file.h"
#include "languages/openings.h"
#include "languages/phrase_table.h"
#include "languages/short_words.h"
#include "languages/voters.h"
#include "languages/word_table.h"
#include "support/lazy.h"
#include "tersely/language.h"

namespace tersely {

/// The words of a language: its own, and those it inherits.
struct LanguageWords {
  WordTable table;                           // bits of word_bit
  std::vector<std::string_view> stop_words;  // sorted
  ShortWords short_stop_words;               // those of at most eight bytes
};

struct Language::Tables {
  std::string_view code;
  DataFile file;

  Tables(std::string_view code_, std::string_view text) : code(code_), file(text) {}

  bool is_turkish() const { return code == "tr"; }
  /// Built on the first call.
  const LanguageWords& words() const {
    return words_.get([this] { return build_words(); });
  }
  /// Of the language itself, not inherited. Built on the first call.
  const Openings& openings() const {
    return openings_.get([this] { return Openings(file); });
  }
  /// What letters, court opinions, minutes and meetings say beside their matter, and what they decide: the sections
  /// word_bit::remarks of the language itself. Built on the first call.
  const PhraseTable& remarks() const {
    return remarks_.get([this] { return PhraseTable(file, word_bit::remarks); });
  }

 private:
  LanguageWords build_words() const;

  Lazy<LanguageWords> words_;
  Lazy<Openings> openings_;
  Lazy<PhraseTable> remarks_;
};

/// All languages. The first call of get() should precede any fork or thread; what is built later takes no lock.
struct LanguageRegistry {
  DataFile common;                      // inherited by all
  std::deque<Language::Tables> tables;  // sorted by code, without "und"
  Language::Tables und;
  std::vector<Language> languages;  // of `tables`, in the same order

  LanguageRegistry();
  LanguageRegistry(const LanguageRegistry&) = delete;
  LanguageRegistry& operator=(const LanguageRegistry&) = delete;

  /// Never destroyed: threads may still run while the process exits.
  static const LanguageRegistry& get();
  /// nullptr if there is no such language.
  const Language::Tables* find(std::string_view code) const;
  /// A language that another table names. Throws Error if there is none.
  const Language::Tables& named(std::string_view code) const;
  /// The same by any code of the language: "de", "deu" or "ger".
  const Language::Tables* find_by_any_code(std::string_view code) const;
  /// Built on the first call.
  const Voters& voters() const {
    return voters_.get([this] { return Voters(*this); });
  }

 private:
  Lazy<Voters> voters_;
};

}  // namespace tersely
