#include "candidates/posts.h"

#include <algorithm>

#include "candidates/unit_shape.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::uint32_t post_words = 5;  // least words of a line that is no label

/// Lines of a text, code and titles that say so aside.
struct LineCounts {
  std::size_t all = 0;
  std::size_t brief = 0;       // too short for a post
  std::size_t lower_case = 0;  // begin so, as lines do that go on with a sentence
  std::uint64_t words = 0;
  std::uint64_t words_unstopped = 0;  // in lines without a stop
};

/// "#moordam", "@ann", an address.
bool has_sign_of_posts(std::string_view unit) {
  for (std::size_t at = unit.find_first_of("#@"); at != std::string_view::npos; at = unit.find_first_of("#@", at + 1)) {
    std::size_t next = at + 1;
    const bool begins = at == 0 || unit[at - 1] == ' ' || unit[at - 1] == '(';
    if (begins && next < unit.size() && is_letter(next_code_point(unit, &next))) return true;
  }
  return unit.find("http") != std::string_view::npos;
}

bool begins_in_lower_case(std::string_view unit) {
  std::size_t at = 0;
  return is_lower(decode(unit, &at));
}

/// A line without a stop that is long enough for a post.
bool is_unstopped(std::string_view text, const Unit& unit, std::uint32_t n_words) {
  return unit.kind == UnitKind::heading && n_words >= post_words && !is_marked_heading(text, unit);
}

LineCounts count_lines(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words) {
  LineCounts lines;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == UnitKind::code || n_words[i] == 0 || is_marked_heading(text, units[i])) continue;
    const std::string_view unit = units[i].span.of(text);
    ++lines.all;
    lines.brief += n_words[i] < post_words ? 1u : 0u;
    lines.lower_case += begins_in_lower_case(unit) ? 1u : 0u;
    lines.words += n_words[i];
    if (is_unstopped(text, units[i], n_words[i])) lines.words_unstopped += n_words[i];
  }
  return lines;
}

/// The words of those of these lines that are lists of names.
std::uint64_t count_names(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words) {
  std::uint64_t words = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (is_unstopped(text, units[i], n_words[i]) && is_list_of_names(units[i].span.of(text))) words += n_words[i];
  }
  return words;
}

std::size_t count_signs_of_posts(std::string_view text, std::span<const Unit> units) {
  return static_cast<std::size_t>(std::count_if(
      units.begin(), units.end(), [text](const Unit& unit) { return has_sign_of_posts(unit.span.of(text)); }));
}

}  // namespace

bool are_posts(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words) {
  const LineCounts lines = count_lines(text, units, n_words);
  if (lines.words == 0 || 2 * lines.words_unstopped < lines.words || 4 * lines.lower_case > lines.all) return false;
  if (2 * (lines.words_unstopped - count_names(text, units, n_words)) < lines.words) return false;
  const bool signs = 4 * count_signs_of_posts(text, units) >= lines.all;
  return (signs ? 4 : 10) * lines.brief <= lines.all;
}

}  // namespace tersely
