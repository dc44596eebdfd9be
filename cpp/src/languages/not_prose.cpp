#include "languages/not_prose.h"

#include <algorithm>
#include <array>

#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::size_t window = 4096;  // bytes to look ahead for the end of code, comments and addresses
constexpr std::size_t longest_code = 100;
constexpr std::size_t longest_entity = 8;

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii(text[at]) && ascii::is(text[at], ascii::upper | ascii::lower);
}

/// The end of the first `closing` at or after `from`, within `size` bytes; `at` if there is none.
std::size_t behind(std::string_view text, std::size_t at, std::size_t from, std::string_view closing,
                   std::size_t size) {
  const std::size_t found = text.substr(from, size).find(closing);
  return found == std::string_view::npos ? at : from + found + closing.size();
}

/// The same, but on one line.
std::size_t behind_on_line(std::string_view text, std::size_t at, std::size_t from, char closing, std::size_t size) {
  const std::array<char, 2> ends = {closing, '\n'};
  const std::size_t found = text.substr(from, size).find_first_of({ends.data(), ends.size()});
  return found == std::string_view::npos || text[from + found] == '\n' ? at : from + found + 1;
}

std::size_t skip_tag(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("<!--")) return behind(text, at, at + 4, "-->", window);
  if (at + 1 >= text.size() || (text[at + 1] != '/' && text[at + 1] != '!' && !is_letter_at(text, at + 1))) return at;
  const std::size_t length = text.substr(at + 1, window).find_first_of("<>");
  const std::size_t end = at + 1 + length;
  if (length == std::string_view::npos || text[end] == '<') return at;
  struct Element {
    std::string_view opening;
    std::string_view closing;
  };
  constexpr std::array<Element, 4> code = {
      {{"<code", "</code>"}, {"<pre", "</pre>"}, {"<script", "</script>"}, {"<style", "</style>"}}};
  const std::string_view tag = text.substr(at, end - at);
  for (const Element& element : code) {
    if (tag.starts_with(element.opening) && !is_letter_at(tag, element.opening.size())) {
      return std::max(end + 1, behind(text, at, end + 1, element.closing, window));
    }
  }
  return end + 1;
}

std::size_t skip_code(std::string_view text, std::size_t at) {
  const std::size_t begin = std::min(text.find_first_not_of('`', at), text.size());
  if (begin - at >= 3) return std::max(begin, behind(text, at, begin, "```", window));
  return begin - at == 1 ? behind_on_line(text, at, begin, '`', longest_code) : at;  // ``this'' is a quotation
}

std::size_t skip_entity(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end - at <= longest_entity && is_letter_at(text, end)) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';' ? end + 1 : at;
}

}  // namespace

std::size_t skip_markup(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  switch (text[at]) {
    case '<':
      return skip_tag(text, at);
    case '`':
      return skip_code(text, at);
    case '&':
      return skip_entity(text, at);
    case ']':
      return next == '(' ? behind_on_line(text, at, at + 2, ')', window) : at;
    case '!':
      return next == '[' ? std::max(at + 1, behind_on_line(text, at, at + 2, ']', window)) - 1 : at;
    default:
      return at;
  }
}

std::size_t skip_address(std::string_view text, Span word) {
  const std::string_view rest = text.substr(word.end);
  const bool is_url = rest.starts_with("://") || (rest.front() == '.' && word.of(text) == "www");
  const bool is_mail = rest.front() == '@' && is_letter_at(rest, 1);
  if (!is_url && !is_mail) return word.end;
  return word.end + std::min(rest.find_first_of(" \t\r\n<>\"')]"), rest.size());
}

}  // namespace tersely
