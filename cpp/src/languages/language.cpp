#include "tersely/language.h"

#include <algorithm>

#include "languages/language_tables.h"
#include "languages/near_names.h"
#include "tersely/error.h"
#include "text/icu.h"

namespace tersely {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_alnum(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '_') c = '-';
  }
  return out;
}

/// Two or three letters, then subtags of one to eight letters or digits.
bool is_well_formed_tag(std::string_view tag) {
  std::size_t subtag = 0;
  while (!tag.empty()) {
    const std::size_t size = std::min(tag.find('-'), tag.size());
    const std::string_view part = tag.substr(0, size);
    const bool letters = std::all_of(part.begin(), part.end(), is_ascii_letter);
    const bool alnum = std::all_of(part.begin(), part.end(), is_ascii_alnum);
    if (subtag == 0 ? (!letters || size < 2 || size > 3) : (!alnum || size < 1 || size > 8)) return false;
    if (size + 1 == tag.size()) return false;  // a hyphen at the end
    tag.remove_prefix(std::min(size + 1, tag.size()));
    ++subtag;
  }
  return subtag > 0;
}

std::string_view primary_code(std::string_view tag) { return tag.substr(0, tag.find('-')); }

/// A locale without its encoding and variant: "en_US" of "en_US.UTF-8", "de_DE" of "de_DE@euro".
std::string_view without_encoding(std::string_view locale) {
  const std::size_t at = locale.find_first_of(".@");
  if (at == std::string_view::npos) return locale;
  const std::string_view rest = locale.substr(at + 1);
  const bool names = !rest.empty() && std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_ascii_alnum(c) || c == '-' || c == '_' || c == '@';
  });
  return names ? locale.substr(0, at) : locale;
}

/// Names the languages that may have been meant.
std::string advice(const LanguageRegistry& registry, std::string_view wanted) {
  std::vector<std::string_view> names;
  for (const Language& language : registry.languages) names.push_back(language.name());
  std::string near;
  for (const std::string_view name : near_names(wanted, names)) {
    near += (near.empty() ? "; did you mean \"" : " or \"") + std::string(name) + '"';
  }
  return near.empty() ? near : near + "?";
}

bool has(const Language::Tables& tables, std::string_view word, WordTable::Bits bit) {
  return (tables.words().table.find(word) & bit) != 0;
}

}  // namespace

Language Language::find(std::string_view tag_or_name) {
  const LanguageRegistry& registry = LanguageRegistry::get();
  const std::string wanted = lower_ascii(without_encoding(tag_or_name));
  const bool tag = is_well_formed_tag(wanted);
  if (const Tables* tables = tag ? registry.find_by_any_code(primary_code(wanted)) : nullptr; tables != nullptr) {
    return Language(tables);
  }
  for (const Tables& tables : registry.tables) {
    if (lower_ascii(tables.file.name) == wanted) return Language(&tables);
  }
  if (tag) return und();
  throw InvalidOption(
      "language", '"' + std::string(tag_or_name) + '"',
      "a language tag such as \"de\" or \"pt-BR\", or the English name of a language that has tables (for "
      "one that has none, give its tag or leave it out, and pass stop_words of your own)" +
          advice(registry, wanted));
}

Language Language::und() { return Language(&LanguageRegistry::get().und); }

std::span<const Language> Language::all() { return LanguageRegistry::get().languages; }

std::string_view Language::code() const { return tables_->code; }
std::string_view Language::name() const { return tables_->file.name; }

AbbreviationClass Language::abbreviation(std::string_view token) const {
  return static_cast<AbbreviationClass>(tables_->words().table.find(token) & word_bit::abbreviation);
}
bool Language::is_starter(std::string_view word) const { return has(*tables_, word, word_bit::starter); }
bool Language::is_stop_word(std::string_view folded_word) const { return has(*tables_, folded_word, word_bit::stop); }
bool Language::is_month(std::string_view folded_word) const { return has(*tables_, folded_word, word_bit::month); }
bool Language::is_filler(std::string_view folded_word) const { return has(*tables_, folded_word, word_bit::filler); }
bool Language::is_breaker(std::string_view folded_word) const {
  return has(*tables_, folded_word, word_bit::breaker | word_bit::filler);
}
bool Language::is_noise(std::string_view folded_word) const { return has(*tables_, folded_word, word_bit::noise); }
bool Language::has_ordinals() const { return tables_->file.ordinals; }
std::vector<std::string_view> Language::stop_words() const { return tables_->words().stop_words; }

}  // namespace tersely
