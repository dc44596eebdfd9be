#include "languages/word_forms.h"

#include "text/folded_word.h"
#include "text/icu.h"

namespace tersely {

void WordForms::add(std::string_view word, WordTable::Bits bits, bool turkish) {
  fold(word, &folded_);
  add_form(folded_, word, bits);
  const FoldedWord simple(word);
  if (simple.view() != folded_) add_form(simple.view(), word, bits);
  if (turkish && folded_.starts_with('i')) add_form("i\u0307" + folded_.substr(1), word, bits);
}

void WordForms::add_form(std::string_view form, std::string_view word, WordTable::Bits bits) {
  entries_.emplace_back(form == word ? word : made_.emplace_back(form), bits);
}

}  // namespace tersely
