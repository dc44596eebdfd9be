#include "analysis/author_years.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/byte_scan.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::size_t least_citations = 5;
constexpr std::size_t longest = 1000;       // bytes
constexpr std::uint32_t least_letters = 3;  // of a word that counts as one in lower case: not "et", "al", "de"

constexpr auto may_open = [](ByteBlock bytes) { return bytes.equals('(') | bytes.equals('['); };

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Where the year at the end begins, or npos: "1971", "1971b", or "1971 " as PDF readers give it.
std::size_t year_at_end(std::string_view inside) {
  constexpr std::size_t size = 4;
  while (inside.ends_with(' ')) inside.remove_suffix(1);
  if (!inside.empty() && is_ascii_lower(inside.back())) inside.remove_suffix(1);
  if (inside.size() < size) return std::string_view::npos;
  const std::size_t begin = inside.size() - size;
  const std::string_view year = inside.substr(begin);
  const bool recent = year.starts_with("18") || year.starts_with("19") || year.starts_with("20");
  if (!recent || !std::all_of(year.begin(), year.end(), is_ascii_digit)) return std::string_view::npos;
  return begin > 0 && is_ascii_digit(inside[begin - 1]) ? std::string_view::npos : begin;
}

/// Has it a word with a capital, and no more words in lower case than such?
bool names_authors(std::string_view inside) {
  std::uint32_t capitals = 0;
  std::uint32_t lower = 0;
  for (std::size_t at = 0; at < inside.size();) {
    const CodePoint first = decode(inside, &at);
    if (!is_alnum(first)) continue;
    std::uint32_t letters = 1;
    for (std::size_t next = at; next < inside.size() && is_alnum(decode(inside, &next)); at = next) ++letters;
    capitals += is_upper(first) ? 1u : 0u;
    lower += is_lower(first) && letters >= least_letters ? 1u : 0u;
  }
  return capitals > 0 && lower <= capitals;
}

/// The bytes between the bracket at `open` and the next one of its kind, or an empty span if that does not close it.
Span inside_of(std::string_view text, std::size_t open) {
  const bool round = text[open] == '(';
  const std::size_t begin = open + 1;
  const std::size_t end = text.substr(begin, longest + 1).find_first_of(round ? "()" : "[]");
  const auto from = static_cast<std::uint32_t>(begin);
  if (end == std::string_view::npos || text[begin + end] != (round ? ')' : ']')) return {from, from};
  if (text.substr(begin, end).find("\n\n") != std::string_view::npos) return {from, from};  // as between two sources
  return {from, static_cast<std::uint32_t>(begin + end)};
}

}  // namespace

std::vector<Span> find_author_years(std::string_view text) {
  std::vector<Span> found;
  std::size_t n_named = 0;
  for (std::size_t at = find_bytes<1>(text, 0, may_open); at < text.size(); at = find_bytes<1>(text, at, may_open)) {
    const Span inside = inside_of(text, at);
    const std::size_t year = year_at_end(inside.of(text));
    const bool named = year != std::string_view::npos && names_authors(inside.of(text));
    if (named || year == 0) found.push_back(inside);
    n_named += named ? 1 : 0;
    at = named ? inside.end : at + 1;
  }
  if (n_named < least_citations) found.clear();
  return found;
}

}  // namespace tersely
