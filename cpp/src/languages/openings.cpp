#include "languages/openings.h"

namespace tersely {

Openings::Openings(const DataFile& file) : phrases_(file, word_bit::openings) {}

Openings::Found Openings::find(std::string_view sentence) const {
  const PhraseTable::Found found = phrases_.find(sentence);
  if ((found.section & word_bit::pronoun) != 0) return {Opening::pronoun, found.text};
  if ((found.section & word_bit::connective) != 0) return {Opening::connective, found.text};
  return {};
}

}  // namespace tersely
