#include "languages/language_tables.h"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <span>

#include "languages/language_data.h"
#include "tersely/error.h"
#include "text/folded_word.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

/// The two folded forms in which a word is looked up: callers that fold whole words use the full folding, the segmenter
/// folds single code points. They differ in a few letters only.
struct Forms {
  explicit Forms(std::string_view word) : full(fold(word)), simple(FoldedWord(word).view()) {}
  std::string full;
  std::string simple;
};

/// One file of cpp/data:
///
///     name German
///     inherits en          other languages whose words it shares, except stop words and what it defines itself
///     ordinals yes         the language writes ordinals as "3."
///     letters äöüß         its letters besides a to z; a language with this line votes in Language::detect
///
///     [starters]           a section: words, until the next one
///     der die das
///
/// Lines that begin with # are comments.
struct DataFile {
  std::string name;
  std::string inherits;
  std::string letters;
  bool ordinals = false;
  std::map<std::string, AbbreviationClass> abbreviations;
  std::vector<std::pair<std::string_view, WordTable::Bits>> words;  // views of the file, one per section
  std::vector<Forms> forms;  // of the abbreviations, then of the words; folded once for all files that inherit them

  /// Call once all words are added.
  void fold_all();
};

struct Section {
  std::string_view name;
  AbbreviationClass abbreviation;
  WordTable::Bits bits;
};
constexpr Section sections[] = {
    {"abbreviations title", AbbreviationClass::title, 0},
    {"abbreviations numeric", AbbreviationClass::numeric, 0},
    {"abbreviations may_end", AbbreviationClass::may_end, 0},
    {"abbreviations ends", AbbreviationClass::ends, 0},
    {"starters", AbbreviationClass::none, word_bit::starter | word_bit::stop},
    {"stop_words", AbbreviationClass::none, word_bit::stop},
    {"months", AbbreviationClass::none, word_bit::month},
    {"capitalised", AbbreviationClass::none, word_bit::capitalised},
    {"reporting_verbs", AbbreviationClass::none, word_bit::reporting},
    {"time_words", AbbreviationClass::none, word_bit::time},
    {"interjections", AbbreviationClass::none, word_bit::interjection},
    {"labels", AbbreviationClass::none, word_bit::label},
    {"fillers", AbbreviationClass::none, word_bit::filler},
    {"noises", AbbreviationClass::none, word_bit::noise},
    {"units", AbbreviationClass::none, word_bit::unit},
    {"acronyms", AbbreviationClass::none, word_bit::acronym},
};

const Section& section_named(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(sections), std::end(sections), [name](const Section& s) { return s.name == name; });
  if (found == std::end(sections)) throw Error("unknown section in a language table: " + std::string(name));
  return *found;
}

std::string_view next_line(std::string_view* text) {
  const std::size_t end = text->find('\n');
  std::string_view line = text->substr(0, end);
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view next_word(std::string_view* line) {
  const std::size_t begin = std::min(line->find_first_not_of(' '), line->size());
  line->remove_prefix(begin);
  const std::size_t end = std::min(line->find(' '), line->size());
  const std::string_view word = line->substr(0, end);
  line->remove_prefix(end);
  return word;
}

void add_word(const Section& section, std::string_view word, DataFile* file) {
  if (section.abbreviation != AbbreviationClass::none) {
    file->abbreviations[fold(word)] = section.abbreviation;
  } else {
    file->words.emplace_back(word, section.bits);
  }
}

DataFile parse(std::string_view text) {
  DataFile file;
  const Section* section = nullptr;
  while (!text.empty()) {
    std::string_view line = next_line(&text);
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with('[')) {
      section = &section_named(line.substr(1, line.size() - 2));
    } else if (section == nullptr) {
      const std::string_view key = next_word(&line);
      const std::string value(line.substr(std::min<std::size_t>(1, line.size())));
      if (key == "name") file.name = value;
      if (key == "inherits") file.inherits = value;
      if (key == "letters") file.letters = value;
      if (key == "ordinals") file.ordinals = value == "yes";
    } else {
      for (std::string_view word = next_word(&line); !word.empty(); word = next_word(&line)) {
        add_word(*section, word, &file);
      }
    }
  }
  file.fold_all();
  return file;
}

void DataFile::fold_all() {
  forms.reserve(abbreviations.size() + words.size());
  for (const auto& [token, c] : abbreviations) forms.emplace_back(token);
  for (const auto& [word, bits] : words) forms.emplace_back(word);
}

using Entries = std::vector<WordTable::Entry>;

void add_forms(const Forms& forms, WordTable::Bits bits, Entries* entries) {
  entries->emplace_back(forms.full, bits);
  if (forms.simple != forms.full) entries->emplace_back(forms.simple, bits);
}

bool is_overridden(const std::string& token, std::span<const DataFile* const> later) {
  return std::any_of(later.begin(), later.end(),
                     [&](const DataFile* source) { return source->abbreviations.contains(token); });
}

Language::Tables build(std::string code, const DataFile& file, const std::map<std::string, DataFile>& files) {
  std::vector<const DataFile*> sources = {&files.at("common")};
  std::string_view inherited = file.inherits;
  for (auto word = next_word(&inherited); !word.empty(); word = next_word(&inherited)) {
    sources.push_back(&files.at(std::string(word)));
  }
  sources.push_back(&file);
  Entries entries;
  std::deque<std::string> dotted;  // the dotted capital I of Turkish folds to i and U+0307
  for (std::size_t s = 0; s < sources.size(); ++s) {
    const DataFile& source = *sources[s];
    auto forms = source.forms.begin();
    for (const auto& [token, c] : source.abbreviations) {
      if (!is_overridden(token, std::span(sources).subspan(s + 1))) {
        add_forms(*forms, static_cast<WordTable::Bits>(c), &entries);
      }
      ++forms;
    }
    for (const auto& [word, bits] : source.words) {
      const WordTable::Bits shared = &source == &file ? bits : bits & ~word_bit::stop;
      if (shared != 0) add_forms(*forms, shared, &entries);
      if (shared != 0 && code == "tr" && forms->full.starts_with('i')) {
        entries.emplace_back(dotted.emplace_back("i\u0307").append(forms->full, 1), shared);
      }
      ++forms;
    }
  }

  Language::Tables tables;
  tables.code = std::move(code);
  tables.name = file.name;
  tables.ordinals = file.ordinals;
  tables.words = WordTable(entries);
  tables.stop_words = tables.words.words_with(word_bit::stop);
  tables.short_stop_words = ShortWords(tables.stop_words);
  return tables;
}

constexpr const char* inherited_by_und[] = {"common", "en", "ru"};

/// The tables for texts too short to tell their language: the abbreviations of English and Russian, which share no
/// letter; those of all other languages, unless they are a stop word of some language; and all months, units and
/// reporting verbs.
DataFile undetermined(const std::map<std::string, DataFile>& files) {
  DataFile file = parse("name Undetermined\ninherits en ru\n");
  std::set<std::string_view> words;
  for (const auto& [code, other] : files) {
    for (const auto& [word, bits] : other.words) {
      if ((bits & word_bit::stop) != 0) words.insert(word);
      const WordTable::Bits shared = bits & (word_bit::month | word_bit::reporting | word_bit::unit);
      if (shared != 0) file.words.emplace_back(word, shared);
    }
  }
  constexpr std::size_t min_bytes = 3;
  for (const auto& [code, other] : files) {
    for (const auto& [token, c] : other.abbreviations) {
      const bool known = std::any_of(std::begin(inherited_by_und), std::end(inherited_by_und), [&](const char* source) {
        return files.at(source).abbreviations.contains(token);
      });
      if (!known && token.size() >= min_bytes && !words.contains(token)) file.abbreviations.emplace(token, c);
    }
  }
  file.fold_all();
  return file;
}

}  // namespace

LanguageRegistry::LanguageRegistry() {
  std::map<std::string, DataFile> files;
  for (const LanguageTable& table : language_data()) files[std::string(table.code)] = parse(table.text);
  for (const auto& [code, file] : files) {
    if (code != "common") tables.push_back(build(code, file, files));
  }
  und = build("und", undetermined(files), files);

  Entries votes;
  for (const Language::Tables& language : tables) {
    languages.emplace_back(&language);
    const std::string_view alphabet = files.at(language.code).letters;
    if (alphabet.empty()) continue;
    if (voting.size() == max_voting) throw Error("more languages with letters than bits to vote with");
    const WordTable::Bits bit = WordTable::Bits{1} << voting.size();
    for (const std::string_view word : language.stop_words) votes.emplace_back(word, bit);
    for (std::size_t i = 0; i < alphabet.size();) {
      const auto letter = static_cast<std::size_t>(decode(alphabet, &i));
      if (letter >= writers.size()) writers.resize(letter + 1);
      writers[letter] |= bit;
    }
    voting.push_back(&language);
  }
  voters = WordTable(votes);
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

}  // namespace tersely
