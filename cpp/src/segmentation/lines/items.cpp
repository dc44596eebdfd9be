#include <algorithm>

#include "segmentation/lines/lines.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

constexpr bool is_ascii_letter(CodePoint c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <typename Predicate>
std::size_t count_while(std::string_view line, std::size_t from, Predicate predicate) {
  std::size_t end = from;
  while (end < line.size() && predicate(line[end])) ++end;
  return end - from;
}

constexpr bool is_roman(char c) { return c == 'i' || c == 'v' || c == 'x' || c == 'I' || c == 'V' || c == 'X'; }
constexpr bool ends_enumerator(char c) { return c == '.' || c == ')'; }

/// The size of "12", "a" or "iv" at `begin` if a dot or a bracket follows it, else 0.
std::size_t enumerator_size(std::string_view line, std::size_t begin) {
  const std::size_t number = count_while(line, begin, is_ascii_digit);
  const std::size_t letter = begin < line.size() && is_ascii_letter(line[begin]) ? 1 : 0;
  const std::size_t roman = count_while(line, begin, is_roman);
  for (const std::size_t size : {number, letter, roman}) {
    if (size == 0 || size > 5 || (size == number && size > 3)) continue;
    if (count_while(line, begin + size, ends_enumerator) > 0) return size;
  }
  return 0;
}

/// "Z. B. ist", "J. S. Bach": no item of a list.
bool begins_initials(std::string_view line, std::size_t begin, std::size_t size, std::size_t end) {
  return size == 1 && is_ascii_letter(line[begin]) && line[end - 1] == '.' && end + 2 < line.size() &&
         is_ascii_letter(line[end + 1]) && line[end + 2] == '.';
}

/// "(12)", "3.", "a)", "iv.": behind the marker, or 0.
std::size_t skip_enumerator(std::string_view line) {
  const std::size_t begin = line.starts_with('(') ? 1 : 0;
  const std::size_t size = enumerator_size(line, begin);
  const std::size_t closers = count_while(line, begin + size, ends_enumerator);
  if (size == 0 || closers > 2) return 0;
  const std::size_t end = begin + size + closers;
  const CodePoint behind = Window(line, 0, line.size()).at(end);
  if (behind == no_code_point || is_space(behind)) return begins_initials(line, begin, size, end) ? 0 : end;
  // "1.Introduction", "(a)(i)"; but "U.S." is no item.
  const bool sure = is_ascii_digit(line[begin]) || line[end - 1] == ')';
  return sure && (behind == '(' || (behind >= 'A' && behind <= 'Z')) ? end : 0;
}

/// "1.2 ", "2.1.3. ": behind the number, or 0.
std::size_t skip_section_number(std::string_view line) {
  std::size_t at = 0;
  int parts = 0;
  while (at < line.size()) {
    const std::size_t size = count_while(line, at, is_ascii_digit);
    if (size == 0 || size > 2) break;
    at += size;
    ++parts;
    if (at < line.size() && line[at] == '.')
      ++at;
    else
      break;
  }
  return parts >= 2 && at < line.size() && is_space(Window(line, 0, line.size()).at(at)) ? at : 0;
}

/// Behind the marker of a list item at the begin of the line, or 0.
std::size_t skip_list_marker(std::string_view line) {
  std::size_t behind = 0;
  const CodePoint c = decode(line, &behind);
  if (is_bullet(c)) return behind;
  if (c == '*' || c == '+' || c == '-') {
    return behind < line.size() && is_space(Window(line, 0, line.size()).at(behind)) ? behind : 0;
  }
  if (!is_ascii_letter(c) && !is_ascii_digit(c) && c != '(') return 0;
  if (is_ascii_letter(c) && line.size() > 1 && !is_roman(line[1]) && !ends_enumerator(line[1])) return 0;  // a word
  const std::size_t enumerator = skip_enumerator(line);
  return enumerator > 0 ? enumerator : skip_section_number(line);
}

/// Lines that are never the continuation of the one before: rules, quotations, table rows, dialogue.
bool starts_paragraph(std::string_view line) {
  std::size_t behind = 0;
  const CodePoint c = decode(line, &behind);
  if (c == '#' || c == '>' || c == '|' || c == 0x203b) return true;
  if (c == '=' || c == '-' || c == '_' || c == '*')
    return count_while(line, 0, [&](char mark) { return mark == line[0]; }) >= 3;
  return is_dash(c) && behind < line.size() && is_space(Window(line, 0, line.size()).at(behind));
}

}  // namespace

void mark_items(std::string_view text, std::vector<Line>* lines) {
  for (Line& line : *lines) {
    const std::string_view shown = line.of(text);
    if (const std::size_t marker = skip_list_marker(shown); marker > 0) {
      line.role = LineRole::item;
      line.content = static_cast<std::uint32_t>(Window(text, line.first, line.last).skip_space(line.first + marker));
    } else if (starts_paragraph(shown)) {
      line.role = LineRole::rule;
    }
  }
}

}  // namespace tersely
