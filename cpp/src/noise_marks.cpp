#include "noise_marks.h"

#include <algorithm>
#include <span>
#include <string>

#include "byte_scan.h"
#include "icu.h"

namespace tersely {
namespace {

constexpr std::size_t longest_mark = 40;  // bytes
constexpr std::size_t most_words = 3;

struct Brackets {
  std::string_view opener;
  std::string_view closer;
  bool named = false;  // a mark whatever name it holds
};
constexpr Brackets kinds_of_brackets[] = {
    {"{", "}", true}, {"<", ">", true}, {"[", "]"}, {"(", ")"}, {"\uff08", "\uff09"}, {"\u3010", "\u3011"},
};

/// The first byte of an opener.
constexpr auto may_open = [](const Byte* b) {
  return (b[0] == '{') + (b[0] == '<') + (b[0] == '[') + (b[0] == '(') + (b[0] == 0xef) + (b[0] == 0xe3);
};

const Brackets* brackets_at(std::string_view rest) {
  const auto* found = std::find_if(std::begin(kinds_of_brackets), std::end(kinds_of_brackets),
                                   [&](const Brackets& kind) { return rest.starts_with(kind.opener); });
  return found == std::end(kinds_of_brackets) ? nullptr : found;
}

/// "vocalsound", "00:00:02.400", "/c", "v Lena Moor": not "a < b and c > d".
bool is_name(std::string_view inside) {
  std::size_t at = inside.starts_with('/') ? 1 : 0;
  if (at == inside.size() || !is_alnum(next_code_point(inside, &at))) return false;
  return inside.find(' ') == std::string_view::npos || inside.starts_with("v ") || inside.starts_with("c.");
}

bool holds_noise(std::string_view text, std::span<const Span> words, const Language& language) {
  return !words.empty() && words.size() <= most_words &&
         std::any_of(words.begin(), words.end(),
                     [&](const Span& word) { return language.is_noise(fold(word.of(text))); });
}

}  // namespace

void drop_noise_marks(std::string_view text, Span within, const Language& language, std::vector<Span>* words) {
  const std::string_view head = text.substr(0, within.end);
  auto word = words->begin();
  auto kept = words->begin();
  for (std::size_t at = within.begin; (at = find_bytes<1>(head, at, may_open)) < within.end;) {
    const std::string_view rest = head.substr(at, longest_mark);
    const Brackets* brackets = brackets_at(rest);
    const std::size_t close = brackets == nullptr ? std::string_view::npos : rest.find(brackets->closer);
    if (close == std::string_view::npos || close <= brackets->opener.size()) {
      ++at;
      continue;
    }
    while (word != words->end() && word->begin < at) *kept++ = *word++;
    const auto inside_end = std::find_if(word, words->end(), [&](const Span& w) { return w.begin >= at + close; });
    const std::string_view inside = rest.substr(brackets->opener.size(), close - brackets->opener.size());
    const bool noise = brackets->named ? is_name(inside) : holds_noise(text, std::span(word, inside_end), language);
    if (noise) word = inside_end;
    at += noise ? close + brackets->closer.size() : 1;
  }
  words->erase(std::move(word, words->end(), kept), words->end());
}

}  // namespace tersely
