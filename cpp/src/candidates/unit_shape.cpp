#include "candidates/unit_shape.h"

#include <algorithm>

#include "text/icu.h"

namespace tersely {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::size_t shortest_underline = 3;

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
  std::uint32_t words = 0;
  std::uint32_t names = 0;
  bool inside = false;
  for (std::size_t at = 0; at < unit.size();) {
    const CodePoint c = next_code_point(unit, &at);
    const bool in_word = is_alnum(c);
    if (in_word && !inside) {
      ++words;
      names += is_digit(c) || is_upper(c);
    }
    inside = in_word;
  }
  return 2 * names > words;
}

bool ends_in_ellipsis(std::string_view unit) {
  while (!unit.empty() && (unit.back() == ']' || unit.back() == ')')) unit.remove_suffix(1);
  return unit.ends_with("...") || unit.ends_with("\u2026");
}

bool is_row_of_numbers(std::string_view unit) {
  std::uint32_t words = 0;
  std::uint32_t numbers = 0;
  bool inside = false;
  bool sum = unit.find_first_of("$%") != std::string_view::npos || unit.find("\u20ac") != std::string_view::npos ||
             unit.find("\u00a3") != std::string_view::npos;
  for (std::size_t at = 0; at < unit.size();) {
    const std::size_t begin = at;
    const CodePoint c = next_code_point(unit, &at);
    const bool mark = c == '.' || c == ',';
    const bool in_word = is_alnum(c) || (mark && inside && at < unit.size() && unit[at] >= '0' && unit[at] <= '9');
    if (in_word && !inside) {
      ++words;
      numbers += is_digit(c);
    }
    sum = sum || (in_word && mark && begin > 0 && unit[begin - 1] >= '0' && unit[begin - 1] <= '9');
    inside = in_word;
  }
  return sum && numbers >= 2 && 2 * numbers >= words;
}

bool has_leader_dots(std::string_view unit) {
  return unit.find("..........") != std::string_view::npos || unit.find(". . . . .") != std::string_view::npos;
}

bool has_time_or_date(std::string_view unit) {
  bool year = false;
  bool day = false;
  for (std::size_t at = unit.find_first_of(digits); at != std::string_view::npos; at = unit.find_first_of(digits, at)) {
    const std::size_t end = std::min(unit.find_first_not_of(digits, at), unit.size());
    const std::string_view number = unit.substr(at, end - at);
    year = year || (number.size() == 4 && (number.starts_with("19") || number.starts_with("20")));
    day = day || number.size() <= 2;
    const bool minutes = number.size() <= 2 && end + 2 < unit.size() && unit[end] == ':' &&
                         digits.find(unit[end + 1]) != std::string_view::npos &&
                         digits.find(unit[end + 2]) != std::string_view::npos;
    if (minutes || (year && day)) return true;
    at = end;
  }
  return false;
}

}  // namespace tersely
