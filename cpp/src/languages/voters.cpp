#include "languages/voters.h"

#include <algorithm>
#include <bit>
#include <string>

#include "languages/language_tables.h"
#include "languages/word_forms.h"
#include "tersely/error.h"
#include "text/utf8.h"

namespace tersely {

Voters::Voters(const LanguageRegistry& registry) {
  WordForms forms;
  for (const Language::Tables& language : registry.tables) {
    const std::string_view letters = language.file.letters;
    if (letters.empty()) continue;
    if (languages.size() == max) throw Error("more languages with letters than bits to vote with");
    const WordTable::Bits bit = WordTable::Bits{1} << languages.size();
    languages.push_back(&language);
    for (const DataFile::Word& word : language.file.words()) {
      if ((word.bits & word_bit::votes) != 0) forms.add(word.text, bit, language.is_turkish());
    }
    for (std::size_t i = 0; i < letters.size();) {
      const auto letter = static_cast<std::size_t>(decode(letters, &i));
      if (letter >= writers.size()) writers.resize(letter + 1);
      writers[letter] |= bit;
    }
  }
  words = forms.table();
  for (const Language::Tables& language : registry.tables) {
    if (language.file.between.empty()) continue;
    WordTable::Bits neighbours = 0;
    for (const std::string_view code : language.file.between) {
      const auto at = std::find(languages.begin(), languages.end(), &registry.named(code));
      if (at == languages.end()) throw Error("a language between others that do not vote: " + std::string(code));
      neighbours |= WordTable::Bits{1} << (at - languages.begin());
    }
    between_.push_back({neighbours, &language});
  }
}

const Language::Tables* Voters::elected(WordTable::Bits leaders) const {
  if (std::has_single_bit(leaders)) return languages[static_cast<std::size_t>(std::countr_zero(leaders))];
  const auto at = std::find_if(between_.begin(), between_.end(),
                               [leaders](const Between& between) { return between.neighbours == leaders; });
  return at != between_.end() ? at->language : nullptr;
}

}  // namespace tersely
