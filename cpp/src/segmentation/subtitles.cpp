#include <algorithm>
#include <utility>

#include "characters.h"
#include "segmentation/lines.h"

namespace tersely {
namespace {

/// "00:01:02,003 --> 00:01:04,005"
bool is_subtitle_time(std::string_view line) {
  const std::size_t arrow = std::min(line.find_first_not_of("0123456789:.,"), line.size());
  return arrow >= 5 && line.substr(arrow).starts_with(" --> ");
}

bool is_all_digits(std::string_view line) { return line.find_first_not_of("0123456789") == std::string_view::npos; }

/// A number, or in WebVTT any name alone on the line before the times.
bool is_cue_name(std::string_view text, const std::vector<Line>& lines, std::size_t i, bool web_vtt) {
  return is_all_digits(lines[i].of(text)) || (web_vtt && (i == 0 || lines[i].after_blank));
}

/// Sounds and music: "[door closes]", "(laughs)", "♪".
bool is_sound(std::string_view line) {
  return (line.starts_with('[') && line.ends_with(']')) || (line.starts_with('(') && line.ends_with(')')) ||
         line.starts_with("\u266a");
}

bool begins_block(std::string_view line) {
  return line.starts_with("NOTE") || line == "STYLE" || line == "REGION" || line.starts_with("WEBVTT");
}

void set_role(LineRole role, Line* line) {
  line->role = role;
  line->content = line->first;
}

/// WebVTT's header, notes and styles: each to the next blank line.
void mark_blocks(std::string_view text, std::vector<Line>* lines) {
  bool inside = true;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    Line& line = (*lines)[i];
    if (i == 0 || line.after_blank) inside = line.role == LineRole::text && begins_block(line.of(text));
    if (inside) set_role(LineRole::code, &line);
  }
}

/// Behind the tag that begins at `at` ("<i>", "<v Mary>", "{\\an8}"), or `at`.
std::size_t skip_tag(std::string_view line, std::size_t at) {
  constexpr std::size_t longest = 80;
  const std::string_view rest = line.substr(at, longest);
  const bool angle =
      rest.size() > 2 && rest[0] == '<' && (rest[1] == '/' || is_letter(static_cast<std::uint8_t>(rest[1])));
  if (!angle && !rest.starts_with("{\\")) return at;
  const std::size_t close = rest.find(angle ? '>' : '}');
  return close == std::string_view::npos ? at : at + close + 1;
}

/// Where the tags at the end of the line begin.
std::size_t trim_tags(std::string_view line, std::size_t begin) {
  std::size_t end = line.size();
  while (end > begin && line[end - 1] == '>') {
    const std::size_t open = line.rfind('<', end - 1);
    if (open == std::string_view::npos || open < begin || skip_tag(line, open) != end) break;
    end = Window(line, 0, end).trim_end(begin, open);
  }
  return end;
}

/// A part of a cue as a line of its own.
Line part_of(const Line& cue, std::uint32_t first, std::uint32_t last, LineRole role) {
  Line part = cue;
  part.begin = part.first = part.content = first;
  part.last = last;
  part.role = role;
  if (first > cue.first) part.after_blank = part.after_separator = false;
  if (last < cue.last) part.trailing_space = false;
  return part;
}

/// Appends the line with the tags at its ends, which are lines of code: but a speaker's name stays, as that of a turn.
void add_without_tags(std::string_view text, const Line& cue, bool leading, bool trailing, std::vector<Line>* lines) {
  const std::string_view line = cue.of(text);
  const Window window(line, 0, line.size());
  bool named = false;
  std::size_t begin = 0;
  for (std::size_t tag = 0; leading && tag < line.size(); tag = begin) {
    begin = window.skip_space(skip_tag(line, tag));
    if (begin == tag) break;
    named = named || line.substr(tag).starts_with("<v ") || line.substr(tag).starts_with("<v.");
  }
  const std::size_t end = trailing ? trim_tags(line, begin) : line.size();
  const auto offset = [&cue](std::size_t at) { return cue.first + static_cast<std::uint32_t>(at); };
  if (begin >= end) return lines->push_back(part_of(cue, cue.first, cue.last, LineRole::code));
  if (named) {
    lines->push_back(part_of(cue, cue.first, offset(end), LineRole::cue));
    lines->back().content = offset(begin);
  } else {
    if (begin > 0) lines->push_back(part_of(cue, cue.first, offset(window.trim_end(0, begin)), LineRole::code));
    lines->push_back(part_of(cue, offset(begin), offset(end), LineRole::cue));
  }
  if (end < line.size()) lines->push_back(part_of(cue, offset(window.skip_space(end)), cue.last, LineRole::code));
}

/// Tags in the middle of a cue stay: they are part of its text.
void cut_tags(std::string_view text, std::vector<Line>* lines) {
  std::vector<Line> cut;
  cut.reserve(lines->size());
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const Line& line = (*lines)[i];
    if (line.role != LineRole::cue) {
      cut.push_back(line);
      continue;
    }
    const bool first = i == 0 || (*lines)[i - 1].role != LineRole::cue;
    const bool last = i + 1 == lines->size() || (*lines)[i + 1].role != LineRole::cue;
    add_without_tags(text, line, first, last, &cut);
  }
  *lines = std::move(cut);
}

}  // namespace

void mark_subtitles(std::string_view text, std::vector<Line>* lines) {
  if (lines->empty()) return;
  const bool web_vtt = lines->front().of(text).starts_with("WEBVTT");
  bool in_cue = false;
  bool found = false;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    Line& line = (*lines)[i];
    const std::string_view shown = line.of(text);
    if (is_subtitle_time(shown)) {
      if (i > 0 && !line.after_blank && is_cue_name(text, *lines, i - 1, web_vtt)) {
        set_role(LineRole::code, &(*lines)[i - 1]);
      }
      set_role(LineRole::code, &line);
      in_cue = found = true;
    } else if (line.after_blank) {
      in_cue = false;
    } else if (in_cue) {
      set_role(is_sound(shown) ? LineRole::heading : LineRole::cue, &line);
    }
  }
  if (!found) return;
  if (web_vtt) mark_blocks(text, lines);
  cut_tags(text, lines);
}

}  // namespace tersely
