#include "candidates/unit_shape.h"

#include <algorithm>

#include "text/byte_scan.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::size_t shortest_underline = 3;

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// An ASCII digit, or any byte beyond ASCII.
constexpr auto may_be_digit = [](ByteBlock bytes) { return bytes | bytes.in_range('0', '9'); };

/// A currency or percent sign, or a point or comma between two digits.
constexpr auto is_sign_of_sum = [](ByteBlock first, ByteBlock second, ByteBlock third) {
  return first.equals('$') | first.equals('%') | (first.equals('\xc2') & second.equals('\xa3')) |
         (first.equals('\xe2') & second.equals('\x82') & third.equals('\xac')) |
         (first.in_range('0', '9') & (second.equals('.') | second.equals(',')) & third.in_range('0', '9'));
};

/// How many words of a piece there are, and how many begin with a digit or a capital.
struct FirstLetters {
  std::uint32_t words = 0;
  std::uint32_t digits = 0;
  std::uint32_t capitals = 0;
};

FirstLetters count_first_letters(std::string_view piece) {
  FirstLetters found;
  bool inside = false;
  for (std::size_t at = 0; at < piece.size();) {
    const CodePoint c = decode(piece, &at);
    const bool in_word = is_alnum(c);
    if (in_word && !inside) {
      ++found.words;
      found.digits += is_digit(c) ? 1u : 0u;
      found.capitals += is_upper(c) ? 1u : 0u;
    }
    inside = in_word;
  }
  return found;
}

bool may_have_digit(std::string_view unit) { return find_bytes<1>(unit, 0, may_be_digit) < unit.size(); }
bool has_sum(std::string_view unit) { return find_bytes<3>(unit, 0, is_sign_of_sum) < unit.size(); }

}  // namespace

bool is_sentence_like(const Unit& unit) {
  switch (unit.kind) {
    case UnitKind::sentence:
    case UnitKind::turn:
    case UnitKind::fragment:
      return true;
    case UnitKind::item:
      return unit.terminated;
    case UnitKind::heading:
    case UnitKind::code:
      return false;
  }
  return false;
}

bool is_heading_like(const Unit& unit) { return unit.kind != UnitKind::code && !is_sentence_like(unit); }

bool continues(std::string_view unit) {
  std::size_t end = unit.size();
  while (end > 0) {
    std::size_t begin = end;
    const CodePoint c = previous_code_point(unit, &begin);
    if (c == ';' || c == ':' || c == ',' || c == '-' || c == 0x2013 || c == 0x2014) return true;
    if (is_alnum(c) || c == '_') break;
    end = begin;
  }
  const std::string_view said = unit.substr(0, end);
  const auto ends_with_word = [&](std::string_view word) {
    if (said.size() < word.size() || said.substr(said.size() - word.size()) != word) return false;
    std::size_t before = said.size() - word.size();
    return before == 0 || !is_alnum(previous_code_point(said, &before));
  };
  return ends_with_word("and") || ends_with_word("or");
}

bool is_marked_heading(std::string_view text, const Unit& unit) {
  if (unit.kind != UnitKind::heading) return false;
  const bool marked = unit.content > unit.span.begin && unit.span.of(text).starts_with('#');
  return marked || underline_of(text, unit) != 0;
}

char underline_of(std::string_view text, const Unit& unit) {
  const std::string_view rest = text.substr(unit.span.end);
  const std::size_t begin = rest.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos || rest[begin] != '\n' || begin + 1 == rest.size()) return 0;
  const std::string_view below = rest.substr(begin + 1);
  const char mark = below[0];
  if (mark != '=' && mark != '-') return 0;
  const std::size_t size = std::min(below.find_first_not_of(mark), below.size());
  const std::size_t end = std::min(below.find_first_not_of(" \t\r", size), below.size());
  return size >= shortest_underline && (end == below.size() || below[end] == '\n') ? mark : '\0';
}

bool is_list_of_names(std::string_view unit) {
  const FirstLetters found = count_first_letters(unit);
  return 2 * (found.digits + found.capitals) > found.words;
}

bool is_date_line(std::string_view unit) {
  if (!has_time_or_date(unit)) return false;
  const FirstLetters found = count_first_letters(unit);
  return 2 * found.digits >= found.words && found.digits + found.capitals == found.words;
}

bool ends_in_ellipsis(std::string_view unit) {
  while (!unit.empty() && (unit.back() == ']' || unit.back() == ')')) unit.remove_suffix(1);
  return unit.ends_with("...") || unit.ends_with("\u2026");
}

bool is_row_of_numbers(std::string_view unit) {
  if (!may_have_digit(unit) || !has_sum(unit)) return false;
  std::uint32_t words = 0;
  std::uint32_t numbers = 0;
  bool inside = false;
  for (std::size_t at = 0; at < unit.size();) {
    const CodePoint c = decode(unit, &at);
    const bool mark = (c == '.' || c == ',') && inside && at < unit.size() && is_ascii_digit(unit[at]);
    const bool in_word = is_alnum(c) || mark;
    if (in_word && !inside) {
      ++words;
      numbers += is_digit(c);
    }
    inside = in_word;
  }
  return numbers >= 2 && 2 * numbers >= words;
}

bool has_leader_dots(std::string_view unit) {
  return unit.find("..........") != std::string_view::npos || unit.find(". . . . .") != std::string_view::npos;
}

bool has_time_or_date(std::string_view unit) {
  bool year = false;
  bool day = false;
  for (std::size_t at = 0; at < unit.size(); ++at) {
    if (!is_ascii_digit(unit[at])) continue;
    const std::size_t begin = at;
    while (at < unit.size() && is_ascii_digit(unit[at])) ++at;
    const std::string_view number = unit.substr(begin, at - begin);
    year = year || (number.size() == 4 && (number.starts_with("19") || number.starts_with("20")));
    day = day || number.size() <= 2;
    const bool minutes = number.size() <= 2 && at + 2 < unit.size() && unit[at] == ':' &&
                         is_ascii_digit(unit[at + 1]) && is_ascii_digit(unit[at + 2]);
    if (minutes || (year && day)) return true;
  }
  return false;
}

}  // namespace tersely
