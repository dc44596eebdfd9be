#include "languages/language_tables.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "languages/language_data.h"
#include "languages/word_forms.h"
#include "tersely/error.h"
#include "text/icu.h"

namespace tersely {
namespace {

using Abbreviations = std::map<std::string, WordTable::Bits>;  // folded -> AbbreviationClass

Abbreviations abbreviations_of(const std::vector<DataFile::Word>& words) {
  Abbreviations abbreviations;
  for (const DataFile::Word& word : words) {
    if (word.is_abbreviation()) abbreviations[fold(word.text)] = word.bits;
  }
  return abbreviations;
}

/// Collects the words of a language from its own file and those it inherits, in this order: the first file with an
/// abbreviation gives its class.
class WordCollector {
 public:
  explicit WordCollector(bool turkish) : turkish_(turkish) {}

  /// All abbreviations, and the words that have one of `bits`, with no other bits.
  void add(const DataFile& file, WordTable::Bits bits) {
    const std::vector<DataFile::Word> words = file.words();
    abbreviations_.merge(abbreviations_of(words));
    add_words(words, bits);
  }

  void add_words(const std::vector<DataFile::Word>& words, WordTable::Bits bits) {
    for (const DataFile::Word& word : words) {
      if (!word.is_abbreviation() && (word.bits & bits) != 0) forms_.add(word.text, word.bits & bits, turkish_);
    }
  }

  void add_abbreviations(Abbreviations abbreviations) { abbreviations_.merge(abbreviations); }

  LanguageWords finish() {
    for (const auto& [token, c] : abbreviations_) forms_.add(token, c);
    LanguageWords words;
    words.table = forms_.table();
    words.stop_words = words.table.words_with(word_bit::stop);
    words.short_stop_words = ShortWords(words.stop_words);
    return words;
  }

 private:
  bool turkish_;
  WordForms forms_;
  Abbreviations abbreviations_;
};

/// The tables for texts too short to tell their language: the abbreviations of English and Russian, which share no
/// letter; those of all other languages, unless they are a stop word of some language; and all months, units and
/// reporting verbs.
void add_undetermined(const LanguageRegistry& registry, WordCollector* collector) {
  std::vector<WordTable::Entry> stop_words;
  std::vector<Abbreviations> abbreviations;
  for (const Language::Tables& language : registry.tables) {
    const std::vector<DataFile::Word> words = language.file.words();
    collector->add_words(words, word_bit::month | word_bit::reporting | word_bit::unit);
    abbreviations.push_back(abbreviations_of(words));
    for (const DataFile::Word& word : words) {
      if ((word.bits & word_bit::stop) != 0) stop_words.emplace_back(word.text, word_bit::stop);
    }
  }
  constexpr std::size_t min_bytes = 3;
  const WordTable words(stop_words);
  for (Abbreviations& of_language : abbreviations) {
    std::erase_if(of_language,
                  [&](const auto& entry) { return entry.first.size() < min_bytes || words.find(entry.first) != 0; });
    collector->add_abbreviations(std::move(of_language));
  }
}

DataFile common_file() {
  for (const LanguageTable& table : language_data()) {
    if (table.code == "common") return DataFile(table.text);
  }
  throw Error("no common language table");
}

}  // namespace

LanguageRegistry::LanguageRegistry() : common(common_file()), und("und", "name Undetermined\ninherits en ru\n") {
  for (const LanguageTable& table : language_data()) {
    if (table.code != "common") languages.emplace_back(&tables.emplace_back(table.code, table.text));
  }
}

const LanguageRegistry& LanguageRegistry::get() {
  static const LanguageRegistry* const registry = std::make_unique<LanguageRegistry>().release();
  return *registry;
}

const Language::Tables* LanguageRegistry::find(std::string_view code) const {
  const auto at = std::lower_bound(tables.begin(), tables.end(), code,
                                   [](const Language::Tables& t, std::string_view c) { return t.code < c; });
  return at != tables.end() && at->code == code ? &*at : nullptr;
}

const Language::Tables& LanguageRegistry::named(std::string_view code) const {
  const Language::Tables* const tables_of_code = find(code);
  if (tables_of_code == nullptr) throw Error("a language table names an unknown one: " + std::string(code));
  return *tables_of_code;
}

const Language::Tables* LanguageRegistry::find_by_any_code(std::string_view code) const {
  if (const Language::Tables* found = find(code)) return found;
  for (const Language::Tables& language : tables) {
    const std::vector<std::string_view>& codes = language.file.codes;
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) return &language;
  }
  return nullptr;
}

LanguageWords Language::Tables::build_words() const {
  constexpr WordTable::Bits own = ~(word_bit::phrases | word_bit::typical);
  constexpr WordTable::Bits inherited = own & ~(word_bit::stop | word_bit::instruction);
  const LanguageRegistry& registry = LanguageRegistry::get();
  WordCollector collector(is_turkish());
  collector.add(file, own);
  for (auto inherits = file.inherits.rbegin(); inherits != file.inherits.rend(); ++inherits) {
    collector.add(registry.named(*inherits).file, inherited);
  }
  for (const std::string_view neighbour : file.between) {
    collector.add_words(registry.named(neighbour).file.words(), word_bit::stop);
  }
  collector.add(registry.common, inherited);
  if (this == &registry.und) add_undetermined(registry, &collector);
  return collector.finish();
}

}  // namespace tersely
