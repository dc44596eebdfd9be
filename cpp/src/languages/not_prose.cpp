#include "languages/not_prose.h"

#include <algorithm>

#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::size_t window = 4096;  // bytes to look ahead for a closing mark
constexpr std::size_t longest_code = 100;
constexpr std::size_t longest_entity = 8;

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii(text[at]) && ascii::is(text[at], ascii::upper | ascii::lower);
}

std::size_t skip_entity(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end - at <= longest_entity && is_letter_at(text, end)) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';' ? end + 1 : at;
}

}  // namespace

std::size_t ClosingMark::find(std::string_view text, std::size_t from) {
  const std::string_view seen = text.substr(0, std::min(text.size(), from + window));
  clear_ = std::max(clear_, from);
  const std::size_t found = seen.find(mark_, clear_);
  clear_ =
      found != std::string_view::npos ? found : std::max(clear_, seen.size() - std::min(seen.size(), mark_.size()));
  return found;
}

std::size_t MarkupSkipper::after(std::size_t at, std::size_t from, ClosingMark* closing) {
  const std::size_t found = closing->find(text_, from);
  return found == std::string_view::npos ? at : found + closing->size();
}

std::size_t MarkupSkipper::after_on_line(std::size_t at, std::size_t from, ClosingMark* closing) {
  return closing->find(text_, from) < line_end_.find(text_, from) ? after(at, from, closing) : at;
}

std::size_t MarkupSkipper::skip_tag(std::size_t at) {
  if (text_.substr(at).starts_with("<!--")) return after(at, at + 4, &comment_end_);
  const bool opens = at + 1 < text_.size() && (text_[at + 1] == '/' || text_[at + 1] == '!');
  if (!opens && !is_letter_at(text_, at + 1)) return at;
  const std::size_t length = text_.substr(at + 1, window).find_first_of("<>");
  if (length == std::string_view::npos || text_[at + 1 + length] == '<') return at;
  const std::size_t end = at + 1 + length;
  const std::string_view tag = text_.substr(at, length + 1);
  for (Element& element : elements_) {
    if (tag.starts_with(element.opening) && !is_letter_at(tag, element.opening.size())) {
      return std::max(end + 1, after(at, end + 1, &element.closing));
    }
  }
  return end + 1;
}

std::size_t MarkupSkipper::skip_code(std::size_t at) {
  const std::size_t begin = std::min(text_.find_first_not_of('`', at), text_.size());
  if (begin - at >= 3) return std::max(begin, after(at, begin, &fence_));
  if (begin - at > 1) return at;  // ``this'' is a quotation
  const std::size_t end = text_.substr(begin, longest_code).find_first_of("`\n");
  return end == std::string_view::npos || text_[begin + end] == '\n' ? at : begin + end + 1;
}

std::size_t MarkupSkipper::skip(std::size_t at) {
  const char next = at + 1 < text_.size() ? text_[at + 1] : '\0';
  switch (text_[at]) {
    case '<':
      return skip_tag(at);
    case '`':
      return skip_code(at);
    case '&':
      return skip_entity(text_, at);
    case ']':
      return next == '(' ? after_on_line(at, at + 2, &link_end_) : at;
    case '!':
      return next == '[' ? std::max(at + 1, after_on_line(at, at + 2, &image_end_)) - 1 : at;
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
