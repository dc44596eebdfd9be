#include <algorithm>

#include "characters.h"
#include "lines.h"

namespace tersely {
namespace {

using namespace characters;

std::size_t count_leading(std::string_view line, char c) { return std::min(line.find_first_not_of(c), line.size()); }

/// Columns of the indentation; a tab goes on to the next multiple of four.
std::uint32_t indent_columns(std::string_view text, const Line& line) {
  std::uint32_t columns = 0;
  for (const char c : text.substr(line.begin, line.indent())) columns += c == '\t' ? 4 - columns % 4 : 1;
  return columns;
}

struct Fence {
  char mark = 0;
  std::size_t size = 0;  // 0: the line is none
};

Fence fence_at(std::string_view line) {
  const char mark = line.front();
  const std::size_t size = mark == '`' || mark == '~' ? count_leading(line, mark) : 0;
  return size >= 3 && line.find('`', size) == std::string_view::npos ? Fence{mark, size} : Fence{};
}

bool closes(const Fence& open, std::string_view line) {
  const Fence fence = fence_at(line);
  return fence.mark == open.mark && fence.size >= open.size && fence.size == line.size();
}

void set_code(std::vector<Line>* lines, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    (*lines)[i].role = LineRole::code;
    (*lines)[i].content = (*lines)[i].first;
  }
}

/// ``` or ~~~ to the line that closes it. One that is never closed is text.
void mark_fenced_blocks(std::string_view text, std::vector<Line>* lines) {
  Fence open;
  std::size_t first = 0;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const std::string_view line = (*lines)[i].of(text);
    if (open.size == 0) {
      open = fence_at(line);
      first = i;
    } else if (closes(open, line)) {
      set_code(lines, first, i + 1);
      open = {};
    }
  }
}

/// Signs that programs are full of and prose is not.
bool looks_like_code(std::string_view text, const std::vector<Line>& lines, std::size_t first, std::size_t last) {
  constexpr std::string_view signs = "{}=<>_$\\|;+";  // no brackets: laws and references are full of them
  std::size_t count = 0;
  std::size_t size = 0;
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view line = lines[i].of(text);
    size += line.size();
    count += static_cast<std::size_t>(
        std::count_if(line.begin(), line.end(), [signs](char c) { return signs.find(c) != std::string_view::npos; }));
  }
  return count * 100 >= size * 4;
}

/// Lines indented by four columns after a blank line. Without a word of the caller they must also look like code: plain
/// text indents the first lines of paragraphs, quotations and verse so.
void mark_indented_blocks(std::string_view text, bool sure, std::vector<Line>* lines) {
  constexpr std::uint32_t code_indent = 4;
  for (std::size_t i = 0; i < lines->size();) {
    const Line& line = (*lines)[i];
    const bool begins =
        line.role == LineRole::text && (i == 0 || line.after_blank) && indent_columns(text, line) >= code_indent;
    if (!begins) {
      ++i;
      continue;
    }
    std::size_t last = i + 1;
    while (last < lines->size() && indent_columns(text, (*lines)[last]) >= code_indent) ++last;
    if (sure || looks_like_code(text, *lines, i, last)) set_code(lines, i, last);
    i = last;
  }
}

bool is_table_row(std::string_view line) { return line.size() >= 3 && line.front() == '|' && line.back() == '|'; }

/// Behind the marks of "## Heading", or 0.
std::size_t skip_heading_marks(std::string_view line) {
  const std::size_t marks = count_leading(line, '#');
  if (marks == 0 || marks > 6 || marks >= line.size()) return 0;
  const std::size_t words = std::min(line.find_first_not_of(" \t", marks), line.size());
  return words > marks ? words : 0;
}

void mark_rows_and_headings(std::string_view text, std::vector<Line>* lines) {
  for (Line& line : *lines) {
    if (line.role == LineRole::code) continue;
    const std::string_view shown = line.of(text);
    if (is_table_row(shown)) {
      line.role = LineRole::code;
    } else if (const std::size_t words = skip_heading_marks(shown); words > 0) {
      line.role = LineRole::heading;
      line.content = line.first + static_cast<std::uint32_t>(words);
    }
  }
}

/// "00:01:02,003 --> 00:01:04,005"
bool is_subtitle_time(std::string_view line) {
  const std::size_t arrow = std::min(line.find_first_not_of("0123456789:.,"), line.size());
  return arrow >= 5 && line.substr(arrow).starts_with(" --> ");
}

bool is_all_digits(std::string_view line) { return line.find_first_not_of("0123456789") == std::string_view::npos; }

/// SRT and WebVTT: an optional number, the times, then the spoken lines until a blank one.
void mark_subtitles(std::string_view text, std::vector<Line>* lines) {
  bool in_cue = false;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    Line& line = (*lines)[i];
    const std::string_view shown = line.of(text);
    if (is_subtitle_time(shown)) {
      const std::size_t first = i > 0 && is_all_digits((*lines)[i - 1].of(text)) ? i - 1 : i;
      set_code(lines, first, i + 1);
      in_cue = true;
    } else if (line.after_blank) {
      in_cue = false;
    } else if (in_cue) {
      line.role = LineRole::cue;
      line.content = line.first;
    }
  }
  if (in_cue || std::any_of(lines->begin(), lines->end(), [](const Line& l) { return l.role == LineRole::cue; })) {
    if (lines->front().of(text).starts_with("WEBVTT")) set_code(lines, 0, 1);
  }
}

}  // namespace

void mark_markup(std::string_view text, Markup markup, std::vector<Line>* lines) {
  if (lines->empty()) return;
  mark_subtitles(text, lines);
  if (markup == Markup::text) return;
  mark_fenced_blocks(text, lines);
  mark_indented_blocks(text, markup == Markup::markdown, lines);
  mark_rows_and_headings(text, lines);
}

}  // namespace tersely
