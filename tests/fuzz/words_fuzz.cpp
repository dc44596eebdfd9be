/// The words of a text and their folded forms are those that ICU finds without any of our shortcuts.
#include <cstdint>
#include <string_view>
#include <vector>

#include "check.h"
#include "tersely/error.h"
#include "text/icu.h"
#include "text/word_iterator.h"

using namespace tersely;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    validate_utf8(text);
  } catch (const InvalidText&) {
    return 0;
  }
  WordIterator iterator;
  std::vector<Span> ours;
  std::vector<Span> icus;
  const Span all{0, static_cast<std::uint32_t>(size)};
  iterator.append_words(text, all, &ours);
  iterator.append_words_of_icu(text, all, &icus);
  fuzz::check(ours == icus, "the words are ICU's");
  for (const Span& span : icus) {
    fuzz::check(fold(span.of(text)) == fold_by_icu(span.of(text)), "the folded form is ICU's");
  }
  return 0;
}
