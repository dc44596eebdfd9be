#include <algorithm>

#include "segmentation/lines/lines.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

std::size_t count_leading(std::string_view line, char c) { return std::min(line.find_first_not_of(c), line.size()); }

/// The columns of the indentation; a tab advances to the next multiple of four.
std::uint32_t indent_columns(std::string_view text, const Line& line) {
  std::uint32_t columns = 0;
  for (const char c : text.substr(line.begin, line.indent())) columns += c == '\t' ? 4 - columns % 4 : 1;
  return columns;
}

struct Fence {
  char mark = 0;
  std::size_t size = 0;  // 0: the line is not a fence
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

/// From ``` or ~~~ to the line that closes it. A fence that is never closed is text.
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

/// Characters that are frequent in programs and rare in prose.
bool looks_like_code(std::string_view text, const std::vector<Line>& lines, std::size_t first, std::size_t last) {
  constexpr std::string_view signs = "{}=<>_$\\|;+";  // without brackets, which are frequent in laws and references
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

/// Lines indented by four columns after a blank line. Unless the caller says that the text is Markdown, they must also
/// look like code, since plain text indents the first lines of paragraphs, quotations and verse too.
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

/// "---" on the first line, keys and values, and "---" or "..." again.
void mark_front_matter(std::string_view text, std::vector<Line>* lines) {
  constexpr std::size_t max_lines = 100;
  if (lines->size() < 3 || lines->front().of(text) != "---") return;
  const std::string_view second = (*lines)[1].of(text);
  if (const std::size_t colon = second.find(':'); colon == std::string_view::npos || second.find(' ') < colon) return;
  for (std::size_t i = 2; i < std::min(lines->size(), max_lines); ++i) {
    const std::string_view line = (*lines)[i].of(text);
    if (line == "---" || line == "...") return set_code(lines, 0, i + 1);
  }
}

/// From "<!--" to "-->". A comment that is not closed soon is text.
void mark_comments(std::string_view text, std::vector<Line>* lines) {
  constexpr std::string_view open = "<!--";
  constexpr std::size_t max_lines = 100;
  std::size_t first = lines->size();
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const std::string_view line = (*lines)[i].of(text);
    if ((*lines)[i].role == LineRole::code) continue;
    if (first == lines->size() && line.starts_with(open)) first = i;
    if (i >= first + max_lines) first = lines->size();
    if (first == lines->size() || !line.ends_with("-->")) continue;
    set_code(lines, first, i + 1);
    first = lines->size();
  }
}

bool is_table_row(std::string_view line) { return line.size() >= 3 && line.front() == '|' && line.back() == '|'; }

/// "--- | :---:", the line below the head of a table.
bool is_table_rule(std::string_view line) {
  return line.find_first_not_of("-:| \t") == std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find("---") != std::string_view::npos;
}

/// Tables whose rows do not begin with a bar; found by the line below the head.
void mark_open_tables(std::string_view text, std::vector<Line>* lines) {
  const auto has_bar = [&](std::size_t i) { return (*lines)[i].of(text).find('|') != std::string_view::npos; };
  for (std::size_t i = 1; i < lines->size(); ++i) {
    if ((*lines)[i].after_blank || !is_table_rule((*lines)[i].of(text)) || !has_bar(i - 1)) continue;
    std::size_t last = i + 1;
    while (last < lines->size() && !(*lines)[last].after_blank && has_bar(last)) ++last;
    set_code(lines, i - 1, last);
    i = last - 1;
  }
}

/// The title after the address of a link: "'Title'", "(Title)".
bool is_link_title(std::string_view words) {
  constexpr std::string_view open = "\"'(";
  constexpr std::string_view close = "\"')";
  const std::size_t mark = open.find(words.front());
  return mark != std::string_view::npos && words.size() >= 2 && words.back() == close[mark];
}

/// The definition of a link: "[1]: https://x.org", "[guide]: ./guide.md 'The guide'".
bool is_reference(std::string_view line) {
  const std::size_t close = line.starts_with('[') ? line.find("]:") : std::string_view::npos;
  if (close == std::string_view::npos) return false;
  const std::size_t begin = std::min(line.find_first_not_of(" \t", close + 2), line.size());
  const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
  const std::string_view address = line.substr(begin, end - begin);
  const bool looks_so = address.find("://") != std::string_view::npos || address.starts_with('/') ||
                        address.starts_with("./") || address.starts_with("../") || address.starts_with("mailto:");
  const std::size_t title = line.find_first_not_of(" \t", end);
  return looks_so && (title == std::string_view::npos || is_link_title(line.substr(title)));
}

/// Only an image or a badge: "![sea](sea.png)".
bool is_image(std::string_view line) {
  return (line.starts_with("![") || line.starts_with("[![")) && (line.ends_with(')') || line.ends_with(']'));
}

/// The offset after the marks of "## Heading", or 0.
std::size_t skip_heading_marks(std::string_view line) {
  const std::size_t marks = count_leading(line, '#');
  if (marks == 0 || marks > 6 || marks >= line.size()) return 0;
  const std::size_t words = std::min(line.find_first_not_of(" \t", marks), line.size());
  return words > marks ? words : 0;
}

/// The title above a line of "=" or "-": one short line of text after a blank line.
void mark_underlined_titles(std::string_view text, std::vector<Line>* lines) {
  constexpr std::uint32_t longest_title = 100;  // bytes
  for (std::size_t i = 1; i < lines->size(); ++i) {
    Line& line = (*lines)[i];
    Line& title = (*lines)[i - 1];
    const std::string_view shown = line.of(text);
    const bool rule =
        line.role == LineRole::rule && !line.after_blank && (shown.front() == '=' || shown.front() == '-');
    if (!rule || shown.find_first_not_of(shown.front()) != std::string_view::npos) continue;
    const bool alone = i == 1 || title.after_blank || (*lines)[i - 2].role == LineRole::code ||
                       (*lines)[i - 2].role == LineRole::heading;
    const bool text_or_item = title.role == LineRole::text || title.role == LineRole::item;
    if (!alone || !text_or_item || title.last - title.first > longest_title) continue;
    title.role = LineRole::heading;
    title.content = title.first;
    set_code(lines, i, i + 1);
  }
}

bool is_tag_at(std::string_view line) {
  if (line.size() < 2 || line.front() != '<') return false;
  const char next = line[1] == '/' && line.size() > 2 ? line[2] : line[1];
  return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

/// Lines that hold only HTML tags; one tag may extend over several lines.
void mark_tags(std::string_view text, std::vector<Line>* lines) {
  constexpr std::size_t most_lines = 12;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    if ((*lines)[i].role == LineRole::code || !is_tag_at((*lines)[i].of(text))) continue;
    std::size_t last = i;
    std::size_t at = (*lines)[i].first;
    const std::string_view near = text.substr(0, (*lines)[std::min(i + most_lines, lines->size() - 1)].last);
    while (is_tag_at(text.substr(at, 3))) {
      const std::size_t close = near.find('>', at);
      if (close == std::string_view::npos) break;
      while ((*lines)[last].last <= close) ++last;
      at = std::min(text.find_first_not_of(" \t", close + 1), text.size());
      if (at >= (*lines)[last].last) {
        set_code(lines, i, last + 1);
        i = last;
        break;
      }
    }
  }
}

void mark_rows_and_headings(std::string_view text, std::vector<Line>* lines) {
  for (Line& line : *lines) {
    if (line.role == LineRole::code) continue;
    const std::string_view shown = line.of(text);
    if (is_alnum(static_cast<std::uint8_t>(shown.front()))) continue;  // most lines
    if (is_table_row(shown) || is_image(shown) || is_reference(shown)) {
      line.role = LineRole::code;
      line.content = line.first;
    } else if (const std::size_t words = skip_heading_marks(shown); words > 0) {
      line.role = LineRole::heading;
      line.content = line.first + static_cast<std::uint32_t>(words);
    }
  }
}

}  // namespace

void mark_markup(std::string_view text, Markup markup, std::vector<Line>* lines) {
  if (lines->empty()) return;
  if (markup == Markup::text) return;
  mark_front_matter(text, lines);
  mark_fenced_blocks(text, lines);
  mark_comments(text, lines);
  mark_open_tables(text, lines);
  mark_indented_blocks(text, markup == Markup::markdown, lines);
  mark_underlined_titles(text, lines);
  mark_tags(text, lines);
  mark_rows_and_headings(text, lines);
}

}  // namespace tersely
