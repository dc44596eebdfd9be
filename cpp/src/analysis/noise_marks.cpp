#include "analysis/noise_marks.h"

#include <algorithm>
#include <span>
#include <string>

#include "text/byte_scan.h"
#include "text/icu.h"

namespace tersely {
namespace {

constexpr std::size_t longest_mark = 40;  // bytes
constexpr std::size_t max_words = 3;

struct Brackets {
  std::string_view opener;
  std::string_view closer;
  bool named = false;  // a mark whatever name it holds
};
constexpr Brackets kinds_of_brackets[] = {
    {"{", "}", true}, {"<", ">", true}, {"[", "]"}, {"(", ")"}, {"\uff08", "\uff09"}, {"\u3010", "\u3011"},
};

/// The first byte of an opener.
constexpr auto may_open = [](ByteBlock bytes) {
  const ByteBlock full_width = bytes.equals('\xe3') | bytes.equals('\xef');
  return bytes.with(0x20).equals('{') | bytes.equals('<') | bytes.equals('(') | full_width;  // "[" too
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

}  // namespace

bool NoiseMarks::holds_noise(std::span<const Span> words) const {
  return !words.empty() && words.size() <= max_words && std::any_of(words.begin(), words.end(), [&](const Span& word) {
    return language_.is_noise(fold(word.of(text_)));
  });
}

/// Over the whole text, as most units have no bracket.
void NoiseMarks::find_from(std::size_t at) {
  next_ = find_bytes<1>(text_, at, may_open);
  searched_ = true;
}

void NoiseMarks::drop(Span within, std::vector<Span>* words) {
  if (!searched_ || next_ < within.begin) find_from(within.begin);
  if (next_ >= within.end) return;
  auto word = words->begin();
  auto kept = words->begin();
  while (next_ < within.end) {
    const std::size_t at = next_;
    const std::string_view rest = text_.substr(at, std::min<std::size_t>(longest_mark, within.end - at));
    const Brackets* brackets = brackets_at(rest);
    const std::size_t close = brackets == nullptr ? std::string_view::npos : rest.find(brackets->closer);
    if (close == std::string_view::npos || close <= brackets->opener.size()) {
      find_from(at + 1);
      continue;
    }
    while (word != words->end() && word->begin < at) *kept++ = *word++;
    const auto inside_end = std::find_if(word, words->end(), [&](const Span& w) { return w.begin >= at + close; });
    const std::string_view inside = rest.substr(brackets->opener.size(), close - brackets->opener.size());
    const bool noise = brackets->named ? is_name(inside) : holds_noise(std::span(word, inside_end));
    if (noise) word = inside_end;
    find_from(at + (noise ? close + brackets->closer.size() : 1));
  }
  words->erase(std::move(word, words->end(), kept), words->end());
}

}  // namespace tersely
