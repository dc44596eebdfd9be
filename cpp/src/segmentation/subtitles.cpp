#include <algorithm>

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
  if (found && web_vtt) mark_blocks(text, lines);
}

}  // namespace tersely
