#include "text/divided_words.h"

#include <algorithm>

#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr CodePoint soft_hyphen = 0xad;
constexpr CodePoint extracted_hyphen = 0xfffe;

bool is_soft_hyphen(CodePoint c) { return c == soft_hyphen || c == extracted_hyphen; }
bool is_hyphen(CodePoint c) { return c == '-' || c == 0x2010; }

/// The offset after a hyphen, a line end and its white space, or after soft hyphens, if they are at `at`; else `at`.
std::size_t skip_division(std::string_view text, std::size_t at) {
  std::size_t behind = at;
  bool soft = false;
  bool hard = false;
  bool line_end = false;
  for (std::size_t next = at; next < text.size(); behind = next) {
    const CodePoint c = decode(text, &next);
    if (is_soft_hyphen(c) && !line_end) {
      soft = true;
    } else if (is_hyphen(c) && !hard && !line_end) {
      hard = true;
    } else if (is_space(c) && (soft || hard)) {
      line_end = line_end || is_line_break(c);
    } else {
      break;
    }
  }
  std::size_t last = behind;
  const bool spaced = behind > at && is_space(decode_backward(text, &last));
  return line_end || (soft && !hard && !spaced) ? behind : at;
}

/// The first byte of a hyphen or soft hyphen, and of a few others.
constexpr bool may_begin_hyphen(char c) { return c == '-' || c == '\xc2' || c == '\xe2' || c == '\xef'; }

/// The end of the word without the soft hyphen that may be its last character.
std::size_t without_soft_hyphen(std::string_view text, const Span& word) {
  std::size_t end = word.end;
  return end > word.begin && decode_backward(text, &end) == soft_hyphen ? end : word.end;
}

bool begins_lower(std::string_view text, std::size_t at) { return at < text.size() && is_lower(decode(text, &at)); }

bool ends_in_letter(std::string_view text, std::size_t end) {
  return end > 0 && is_letter(decode_backward(text, &end));
}

/// Does the second of two words go on with the first?
bool continues(const Span& before, const Span& word, std::string_view text) {
  const bool hyphen_follows = before.end < text.size() && may_begin_hyphen(text[before.end]);
  if (!hyphen_follows && text[before.end - 1] != '\xad') return false;  // most words
  const std::size_t end = without_soft_hyphen(text, before);
  return ends_in_letter(text, end) && end < word.begin &&
         skip_division(text.substr(0, word.begin), end) == word.begin && begins_lower(text, word.begin);
}

}  // namespace

bool has_soft_hyphens(std::string_view text) {
  return text.find("\u00ad") != std::string_view::npos || text.find("\xef\xbf\xbe") != std::string_view::npos;
}

void join_divided_words(std::string_view text, std::vector<Span>* words) {
  std::size_t n = 0;
  for (const Span& word : *words) {
    if (n > 0 && continues((*words)[n - 1], word, text)) {
      (*words)[n - 1].end = word.end;
    } else {
      (*words)[n++] = word;
    }
  }
  words->resize(n);
}

bool may_be_divided(std::string_view word) { return std::any_of(word.begin(), word.end(), may_begin_hyphen); }

std::string undivided(std::string_view word) {
  std::string whole;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t behind = skip_division(word, at);
    if (behind > at) {
      at = behind;
      continue;
    }
    const std::size_t begin = at;
    decode(word, &at);
    whole += word.substr(begin, at - begin);
  }
  return whole;
}

}  // namespace tersely
