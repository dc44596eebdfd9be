#include "segmentation/double_columns.h"

#include <algorithm>

#include "characters.h"
#include "folded_word.h"
#include "segmentation/lookaround.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t reach = 10;  // lines
constexpr std::size_t enough = 3;
constexpr std::size_t least_bytes = 60;

/// Bytes of the middle of a line, where a column may end.
struct Middle {
  std::size_t begin = 0;
  std::size_t end = 0;

  Middle(const Line& line, double share) {
    const double size = line.last - line.first;
    begin = line.first + static_cast<std::size_t>(size * (1 - share) / 2);
    end = line.first + static_cast<std::size_t>(size * (1 + share) / 2);
  }
};

bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

/// "the con- ation of"
bool has_divided_word(std::string_view text, const Middle& middle) {
  for (std::size_t i = middle.begin + 1; i + 2 < middle.end; ++i) {
    if (text[i] == '-' && text[i + 1] == ' ' && is_ascii_lower(text[i - 1]) && is_ascii_lower(text[i + 2])) return true;
  }
  return false;
}

/// One gap of three spaces or more, with words on both sides.
bool has_one_gap(std::string_view line) {
  std::size_t gaps = 0;
  for (std::size_t at = line.find("   "); at != std::string_view::npos && gaps < 2; at = line.find("   ", at)) {
    ++gaps;
    at = std::min(line.find_first_not_of(' ', at), line.size());
  }
  return gaps == 1;
}

bool has_gap(std::string_view text, const Line& line, const Middle& middle) {
  const std::size_t gap = text.substr(0, middle.end).find("   ", middle.begin);
  return gap != std::string_view::npos && is_letter(Window(text, line.first, line.last).before(gap)) &&
         has_one_gap(line.of(text));
}

/// "A high-level overview The field of machine": a function word with a capital, and no end before it.
bool has_glued_sentence(std::string_view text, const Line& line, const DocumentContext& document) {
  const Middle middle(line, .3);
  const Window window(text, line.first, line.last);
  for (std::size_t at = middle.begin; at + 1 < middle.end; ++at) {
    if (text[at] != ' ' || !is_ascii_lower(text[at - 1]) || !is_upper(window.at(at + 1))) continue;
    if ((document.word_bits(FoldedWord(word_at(window, at + 1)).view()) & word_bit::starter) != 0) return true;
  }
  return false;
}

}  // namespace

DoubleColumns::DoubleColumns(std::string_view text, const std::vector<Line>& lines, const Wrapping& wrapping,
                             const DocumentContext& document)
    : lines_(lines) {
  if (!wrapping.is_wrapped()) return;
  std::vector<std::size_t> evidence;
  const std::size_t twice = wrapping.width() * 8 / 5;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.last - line.first < least_bytes || line.role == LineRole::code) continue;
    const Middle middle(line, .6);
    const bool is_long = line.last - line.first >= twice;
    if (has_divided_word(text, middle) || has_gap(text, line, middle) ||
        (is_long && has_glued_sentence(text, line, document))) {
      evidence.push_back(i);
    }
  }
  if (evidence.size() < enough) return;
  is_double_.assign(lines.size(), false);
  for (std::size_t i = 0, begin = 0, end = 0; i < lines.size(); ++i) {
    while (begin < evidence.size() && evidence[begin] + reach < i) ++begin;
    while (end < evidence.size() && evidence[end] <= i + reach) ++end;
    if (end < begin + enough) continue;
    std::size_t bytes = 0;
    for (std::size_t k = begin; k < end; ++k) bytes += lines[evidence[k]].last - lines[evidence[k]].first;
    is_double_[i] = (lines[i].last - lines[i].first) * (end - begin) * 10 >= bytes * 8;
  }
}

/// A sentence that ends before the middle of its line, or begins after it, may be whole.
bool DoubleColumns::divides(const Unit& unit) {
  if (is_double_.empty()) return false;
  while (line_ + 1 < lines_.size() && lines_[line_].last <= unit.span.begin) ++line_;
  for (std::size_t i = line_; i < lines_.size() && lines_[i].first < unit.span.end; ++i) {
    if (!is_double_[i]) continue;
    const Line& line = lines_[i];
    if (unit.span.begin <= line.first || unit.span.end >= line.last) return true;
    const Middle middle(line, .1);
    if (unit.span.begin < middle.end && unit.span.end > middle.begin) return true;
  }
  return false;
}

}  // namespace tersely
