#include "segmentation/lines/gutters.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::size_t reach = 10;  // lines
constexpr std::size_t enough = 6;
constexpr std::size_t share = 3;  // one of so many lines around
constexpr std::size_t widest = 256;

/// Words begin at a column after a gap.
struct Begin {
  std::size_t line = 0;
  std::size_t column = 0;
  bool inside = false;  // words stand before the gap, too
};

/// A table has more gaps than columns of prose.
constexpr std::size_t most_gaps = 3;

void find_begins(std::string_view text, const Line& line, std::size_t place, std::vector<Begin>* begins) {
  std::size_t column = line.indent();
  if (column >= 2 && column < widest) begins->push_back({place, column, false});
  const std::string_view words = line.of(text);
  const std::size_t first = begins->size();
  std::size_t from = 0;
  for (std::size_t gap = words.find("  "); gap != std::string_view::npos; gap = words.find("  ", from)) {
    const std::size_t end = std::min(words.find_first_not_of(' ', gap), words.size());
    column += count_code_points(words.substr(from, end - from));
    if (column < widest) begins->push_back({place, column, true});
    from = end;
  }
  if (begins->size() > first + most_gaps) begins->resize(first);
}

}  // namespace

std::vector<std::size_t> find_lines_across_gutters(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Begin> begins;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::code) find_begins(text, lines[i], i, &begins);
  }
  std::vector<std::size_t> across;
  std::array<std::size_t, widest> counts{};  // of the begins near the line
  std::size_t first = 0;
  std::size_t last = 0;
  for (const Begin& begin : begins) {
    while (last < begins.size() && begins[last].line <= begin.line + reach) ++counts[begins[last++].column];
    while (begins[first].line + reach < begin.line) --counts[begins[first++].column];
    const std::size_t around =
        std::min(begin.line + reach + 1, lines.size()) - (begin.line - std::min(begin.line, reach));
    const bool gutter = counts[begin.column] >= enough && counts[begin.column] * share >= around;
    if (begin.inside && gutter && (across.empty() || across.back() != begin.line)) across.push_back(begin.line);
  }
  return across;
}

}  // namespace tersely
