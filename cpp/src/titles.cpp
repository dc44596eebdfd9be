#include <algorithm>

#include "characters.h"
#include "lines.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_title_words = 12;
constexpr std::size_t max_title_bytes = 120;

std::size_t count_tokens(std::string_view line) {
  std::size_t tokens = 0;
  bool inside = false;
  for (std::size_t at = 0; at < line.size();) {
    const bool space = is_space(decode(line, &at));
    tokens += !space && !inside ? 1u : 0u;
    inside = !space;
  }
  return tokens;
}

bool may_be_title(std::string_view line) {
  return line.size() <= max_title_bytes && count_tokens(line) <= max_title_words;
}

/// "====", "~~~~": one sign, three times at least.
bool is_underline(std::string_view line) {
  return line.size() >= 3 && std::string_view("=-~^*").find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

/// Four capitals or more, no lower-case letter.
bool is_in_capitals(std::string_view line) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, &at);
    if (is_lower(c)) return false;
    capitals += is_upper(c) ? 1u : 0u;
  }
  return capitals >= 4;
}

bool has_lower_case(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (is_lower(decode(line, &at))) return true;
  }
  return false;
}

/// "Chapter 4.", "Book IV"
bool is_numbered_label(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || line.size() > max_title_bytes) return false;
  const std::string_view label = line.substr(0, space);
  std::string_view number = line.substr(space + 1);
  if (number.ends_with('.') || number.ends_with(':')) number.remove_suffix(1);
  const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
  const bool roman = number.find_first_not_of("IVXLC") == std::string_view::npos;
  if (number.empty() || number.size() > 7 || !(digits || roman)) return false;
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t begin = at;
    const CodePoint c = decode(label, &at);
    if (!is_letter(c) || (begin == 0 && !is_upper(c))) return false;
  }
  return label.size() >= 4;
}

bool ends_open(std::string_view line) {
  const Window window(line, 0, line.size());
  const CodePoint last = window.before(line.size());
  return !is_terminator(last) && !is_continuation(last);
}

class TitleMarker {
 public:
  TitleMarker(std::string_view text, std::vector<Line>* lines) : text_(text), lines_(*lines) {}

  void mark() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].role == LineRole::text ? is_title(i) : lines_[i].role == LineRole::item && is_numbered_title(i)) {
        lines_[i].role = LineRole::heading;
      }
    }
  }

 private:
  std::string_view shown(std::size_t i) const { return lines_[i].of(text_); }
  bool begins_block(std::size_t i) const { return i == 0 || lines_[i].after_blank; }
  bool ends_block(std::size_t i) const { return i + 1 == lines_.size() || lines_[i + 1].after_blank; }

  bool is_title(std::size_t i) const {
    if (!begins_block(i) || !may_be_title(shown(i))) return false;
    const bool underlined = i + 1 < lines_.size() && !lines_[i + 1].after_blank && is_underline(shown(i + 1));
    if (underlined) return true;
    if (!ends_block(i)) return false;
    const char last = shown(i).back();
    if (last == '!' || last == '?') return false;
    return is_numbered_label(shown(i)) || (is_in_capitals(shown(i)) && neighbour_has_lower_case(i));
  }

  /// Where everything is in capitals, they are no sign of a title.
  bool neighbour_has_lower_case(std::size_t i) const {
    const std::size_t last = std::min(lines_.size(), i + 5);
    for (std::size_t k = i < 4 ? 0 : i - 4; k < last; ++k) {
      if (k != i && lines_[k].role != LineRole::code && has_lower_case(shown(k))) return true;
    }
    return false;
  }

  /// "1.2 Method", and "3. Results" alone between paragraphs.
  bool is_numbered_title(std::size_t i) const {
    const std::string_view line = shown(i);
    if (!is_ascii_digit(line.front()) || !may_be_title(line) || !ends_open(line)) return false;
    const std::string_view words = text_.substr(lines_[i].content, lines_[i].last - lines_[i].content);
    const CodePoint first = Window(words, 0, words.size()).at(0);
    if (!is_upper(first) && !is_caseless_letter(first)) return false;
    if (has_two_numbers(line)) return begins_block(i) && (ends_block(i) || lines_[i + 1].role == LineRole::text);
    return begins_block(i) && ends_block(i) && !is_item(i - 1) && i + 1 < lines_.size() && !is_item(i + 1);
  }

  static bool has_two_numbers(std::string_view line) {
    const std::size_t dot = line.find('.');
    return dot != std::string_view::npos && dot + 1 < line.size() && is_ascii_digit(line[dot + 1]);
  }

  /// The line before the first is none.
  bool is_item(std::size_t i) const { return i < lines_.size() && lines_[i].role == LineRole::item; }

  std::string_view text_;
  std::vector<Line>& lines_;
};

}  // namespace

void mark_titles(std::string_view text, std::vector<Line>* lines) { TitleMarker(text, lines).mark(); }

}  // namespace tersely
