#include "languages/data_file.h"

#include <algorithm>
#include <string>

#include "tersely/error.h"

namespace tersely {
namespace {

struct Section {
  std::string_view name;
  WordTable::Bits bits;
};

constexpr WordTable::Bits bits_of(AbbreviationClass c) { return static_cast<WordTable::Bits>(c); }

constexpr Section sections[] = {
    {"abbreviations title", bits_of(AbbreviationClass::title)},
    {"abbreviations numeric", bits_of(AbbreviationClass::numeric)},
    {"abbreviations may_end", bits_of(AbbreviationClass::may_end)},
    {"abbreviations ends", bits_of(AbbreviationClass::ends)},
    {"starters", word_bit::starter | word_bit::stop},
    {"stop_words", word_bit::stop},
    {"months", word_bit::month},
    {"capitalised", word_bit::capitalised},
    {"reporting_verbs", word_bit::reporting},
    {"time_words", word_bit::time},
    {"interjections", word_bit::interjection},
    {"labels", word_bit::label},
    {"fillers", word_bit::filler},
    {"breakers", word_bit::breaker},
    {"noises", word_bit::noise},
    {"units", word_bit::unit},
    {"acronyms", word_bit::acronym},
    {"instruction_words", word_bit::instruction},
    {"pronouns", word_bit::pronoun},
    {"connectives", word_bit::connective},
    {"self_contained", word_bit::self_contained},
    {"salutations", word_bit::salutation},
    {"courtesies", word_bit::courtesy},
    {"record_marks", word_bit::record_mark},
    {"formulas", word_bit::formula},
    {"outcomes", word_bit::outcome},
    {"citation_signals", word_bit::signal},
    {"typical_words", word_bit::typical},
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

}  // namespace

DataFile::DataFile(std::string_view text) : sections_(text) {
  while (!sections_.empty() && !sections_.starts_with('[')) {
    std::string_view value = next_line(&sections_);
    const std::string_view key = next_word(&value);
    value.remove_prefix(std::min<std::size_t>(1, value.size()));
    if (key == "name") name = value;
    if (key == "letters") letters = value;
    if (key == "ordinals") ordinals = value == "yes";
    std::vector<std::string_view>* const list = key == "inherits"  ? &inherits
                                                : key == "codes"   ? &codes
                                                : key == "between" ? &between
                                                                   : nullptr;
    if (list == nullptr) continue;
    for (auto code = next_word(&value); !code.empty(); code = next_word(&value)) list->push_back(code);
  }
}

std::vector<DataFile::Word> DataFile::words() const {
  std::vector<Word> words;
  WordTable::Bits bits = 0;
  for (std::string_view rest = sections_; !rest.empty();) {
    std::string_view line = next_line(&rest);
    if (line.starts_with('#')) continue;
    if (line.starts_with('[')) {
      bits = section_named(line.substr(1, line.size() - 2)).bits;
      continue;
    }
    for (auto word = next_word(&line); !word.empty(); word = next_word(&line)) words.push_back({word, bits});
  }
  return words;
}

}  // namespace tersely
