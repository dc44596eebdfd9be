#include "ascii_words.h"

#include <algorithm>
#include <string>

namespace tersely {

AsciiWords::AsciiWords(const std::function<bool(std::string_view)>& is_one_word) {
  for (std::size_t i = 0; i < 128; ++i) {
    const std::string c(1, static_cast<char>(i));
    std::uint8_t& classes = classes_[i];
    if (is_one_word(c + "'a")) {
      classes = letter;
    } else if (is_one_word(c + ",1")) {
      classes = digit;
    } else if (is_one_word("a" + c)) {
      classes = connector;
    } else {
      if (is_one_word("a" + c + "a")) classes |= between_letters;
      if (is_one_word("1" + c + "1")) classes |= between_digits;
    }
  }
}

void AsciiWords::append_words(std::string_view text, Span within, std::vector<Span>* words) const {
  const std::string_view part = within.of(text);
  for (std::size_t at = 0; at < part.size();) {
    if ((class_of(part[at]) & word_part) == 0) {
      ++at;
      continue;
    }
    const std::size_t end = skip_word(part, at);
    // A lone "_" is none; two are one.
    if (end - at > 1 || class_of(part[at]) != connector) {
      words->push_back({within.begin + static_cast<std::uint32_t>(at), within.begin + static_cast<std::uint32_t>(end)});
    }
    at = end;
  }
}

bool AsciiWords::joins(char before, char between, char behind) const {
  const int both = class_of(before) & class_of(behind);
  const int classes = class_of(between);
  return ((both & letter) != 0 && (classes & between_letters) != 0) ||
         ((both & digit) != 0 && (classes & between_digits) != 0);
}

std::size_t AsciiWords::skip_word(std::string_view part, std::size_t at) const {
  for (;;) {
    int after = 0;
    while (at < part.size() && ((after = class_of(part[at])) & word_part) != 0) ++at;
    if (at + 1 >= part.size() || (after & mark) == 0 || !joins(part[at - 1], part[at], part[at + 1])) return at;
    ++at;
  }
}

}  // namespace tersely
