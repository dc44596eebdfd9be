#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "segmentation/lines/lines.h"
#include "text/characters.h"
#include "text/white_space.h"

namespace tersely {
namespace {

/// "00:01:02,003 --> 00:01:04,005"
bool is_subtitle_time(std::string_view line) {
  const std::size_t arrow = std::min(line.find_first_not_of("0123456789:.,"), line.size());
  return arrow >= 5 && line.substr(arrow).starts_with(" --> ");
}

bool is_all_digits(std::string_view line) { return line.find_first_not_of("0123456789") == std::string_view::npos; }

/// A number, or in WebVTT any name, alone on the line before the times.
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

/// The header, notes and styles of WebVTT, each up to the next blank line.
void mark_blocks(std::string_view text, std::vector<Line>* lines) {
  bool inside = true;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    Line& line = (*lines)[i];
    if (i == 0 || line.after_blank) inside = line.role == LineRole::text && begins_block(line.of(text));
    if (inside) set_role(LineRole::code, &line);
  }
}

/// "<00:00:02.400>": the time of the next word.
bool is_time_tag(std::string_view rest) {
  const std::size_t end = rest.find_first_not_of("0123456789:.", 1);
  return end != std::string_view::npos && end > 5 && rest[end] == '>';
}

/// The offset after the tag that begins at `at` ("<i>", "<v Mary>", "{\\an8}", "<00:00:02.400>"), or `at`.
std::size_t skip_tag(std::string_view line, std::size_t at) {
  constexpr std::size_t longest = 80;
  const std::string_view rest = line.substr(at, longest);
  const bool angle = rest.size() > 2 && rest[0] == '<' &&
                     (rest[1] == '/' || is_letter(static_cast<std::uint8_t>(rest[1])) || is_time_tag(rest));
  if (!angle && !rest.starts_with("{\\")) return at;
  const std::size_t close = rest.find(angle ? '>' : '}');
  return close == std::string_view::npos ? at : at + close + 1;
}

/// The offset where the tags at the end of the line begin.
std::size_t trim_tags(std::string_view line, std::size_t begin) {
  std::size_t end = line.size();
  while (end > begin && line[end - 1] == '>') {
    const std::size_t open = line.rfind('<', end - 1);
    if (open == std::string_view::npos || open < begin || skip_tag(line, open) != end) break;
    end = Window(line, 0, end).trim_end(begin, open);
  }
  return end;
}

/// A part of a cue, as a line of its own.
Line part_of(const Line& cue, std::uint32_t first, std::uint32_t last, LineRole role) {
  Line part = cue;
  part.begin = part.first = part.content = first;
  part.last = last;
  part.role = role;
  if (first > cue.first) part.after_blank = part.after_separator = false;
  if (last < cue.last) part.trailing_space = false;
  return part;
}

/// The name in "<v Lena Moor>" and "<v.loud Lena Moor>".
std::string_view speaker_of(std::string_view tag) {
  if (!tag.starts_with("<v ") && !tag.starts_with("<v.")) return {};
  const std::size_t begin = std::min(tag.find(' '), tag.size() - 1) + 1;
  return tag.substr(begin, tag.find('>') - begin);
}

/// The size of ">>", which marks a change of speaker.
std::size_t change_of_speaker(std::string_view line) {
  const std::size_t size = std::min(line.find_first_not_of('>'), line.size());
  return size == 2 || size == 3 ? size : 0;
}

/// Removes the tags at the ends of cues. Tags in the middle of a cue stay, since they are part of its text.
class TagCutter {
 public:
  explicit TagCutter(std::string_view text) : text_(text) {}

  std::vector<Line> cut(const std::vector<Line>& lines) {
    cut_.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].role != LineRole::cue) {
        cut_.push_back(lines[i]);
        continue;
      }
      const bool first = i == 0 || lines[i - 1].role != LineRole::cue || change_of_speaker(lines[i].of(text_)) > 0;
      const bool last = i + 1 == lines.size() || lines[i + 1].role != LineRole::cue;
      add(lines[i], first, last);
    }
    return std::move(cut_);
  }

 private:
  /// Appends the line, and lines of code for its tags.
  void add(const Line& cue, bool leading, bool trailing) {
    const std::string_view line = cue.of(text_);
    const Window window(line, 0, line.size());
    std::string_view speaker;
    std::size_t begin = window.skip_space(change_of_speaker(line));
    const bool changes = begin > 0;
    for (std::size_t tag = begin; leading && tag < line.size(); tag = begin) {
      begin = window.skip_space(skip_tag(line, tag));
      if (begin == tag) break;
      if (speaker.empty()) speaker = speaker_of(line.substr(tag, begin - tag));
    }
    const std::size_t end = trailing ? trim_tags(line, begin) : line.size();
    const auto offset = [&cue](std::size_t at) { return cue.first + static_cast<std::uint32_t>(at); };
    if (begin >= end) return cut_.push_back(part_of(cue, cue.first, cue.last, LineRole::code));
    if (begin > 0) cut_.push_back(part_of(cue, cue.first, offset(window.trim_end(0, begin)), LineRole::code));
    cut_.push_back(part_of(cue, offset(begin), offset(end), LineRole::cue));
    cut_.back().named = changes;
    if (!speaker.empty()) {
      cut_.back().named = true;
      cut_.back().same_speaker = speaker == speaker_;
      speaker_ = speaker;
    }
    if (end < line.size()) cut_.push_back(part_of(cue, offset(window.skip_space(end)), cue.last, LineRole::code));
  }

  std::string_view text_;
  std::string_view speaker_;  // the last one named
  std::vector<Line> cut_;
};

/// A line of a cue without its tags, with runs of white space collapsed.
std::string plain(std::string_view line) {
  std::string said;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t after = skip_tag(line, at);
    if (after == at) said += line[at];
    at = std::max(after, at + 1);
  }
  return collapse_white_space(said);
}

/// Does `longer` begin with the words of `shown`?
bool grows_from(std::string_view longer, std::string_view shown) {
  return longer.size() > shown.size() && longer.starts_with(shown) && longer[shown.size()] == ' ';
}

/// Rolling captions show a line twice or more, and extend it word by word. Only the longest of these lines is kept,
/// without tags if possible.
class RollingCaptions {
 public:
  void add(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
    const std::string_view line = lines[i].of(text);
    Shown shown{i, plain(line), line.find('<') != std::string_view::npos};
    ++n_;
    for (std::size_t back = 1; back <= std::min<std::size_t>(kept_.size(), look_back); ++back) {
      Shown& before = kept_[kept_.size() - back];
      const bool same = before.said == shown.said;
      if (!same && !(back == 1 && grows_from(shown.said, before.said))) continue;
      const bool replace = !same || (before.tagged && !shown.tagged);
      repeated_.push_back(replace ? before.line : shown.line);
      if (replace) before = std::move(shown);
      return;
    }
    kept_.push_back(std::move(shown));
  }

  /// The lines that others repeat; none if the repetition may be chance: "No." "No."
  std::vector<std::size_t> repeated() const {
    return 4 * repeated_.size() >= n_ ? repeated_ : std::vector<std::size_t>();
  }

 private:
  static constexpr std::size_t look_back = 2;  // lines on the screen

  struct Shown {
    std::size_t line = 0;
    std::string said;
    bool tagged = false;
  };

  std::vector<Shown> kept_;
  std::vector<std::size_t> repeated_;
  std::size_t n_ = 0;
};

void drop_repeated_lines(std::string_view text, std::vector<Line>* lines) {
  RollingCaptions captions;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    if ((*lines)[i].role == LineRole::cue) captions.add(text, *lines, i);
  }
  for (const std::size_t i : captions.repeated()) set_role(LineRole::code, &(*lines)[i]);
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
    const std::string_view previous = i > 0 ? (*lines)[i - 1].of(text) : std::string_view();
    if (is_subtitle_time(shown)) {
      if (i > 0 && !line.after_blank && is_cue_name(text, *lines, i - 1, web_vtt)) {
        set_role(LineRole::code, &(*lines)[i - 1]);
      }
      set_role(LineRole::code, &line);
      in_cue = found = true;
    } else if (line.after_blank && !(in_cue && is_subtitle_time(previous))) {
      in_cue = false;
    } else if (in_cue) {
      set_role(is_sound(shown) ? LineRole::heading : LineRole::cue, &line);
    }
  }
  if (!found) return;
  if (web_vtt) mark_blocks(text, lines);
  drop_repeated_lines(text, lines);
  *lines = TagCutter(text).cut(*lines);
}

}  // namespace tersely
