#include <algorithm>
#include <string_view>

#include "lines.h"
#include "time_stamp.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_header = 80;  // bytes
constexpr int max_name_words = 5;

/// Up to five words that begin with a capital and have no sign of a sentence.
bool is_name(std::string_view line) {
  constexpr std::string_view signs = " .-_'&()@";
  if (line.empty() || line.size() > max_header || line.back() == '.') return false;
  const CodePoint first = Window(line, 0, line.size()).at(0);
  if (!is_upper(first) && !is_caseless_letter(first) && first != '@') return false;
  int spaces = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, &at);
    const bool sign = (is_ascii(c) && signs.find(static_cast<char>(c)) != std::string_view::npos) || is_dash(c);
    if (!sign && !is_letter(c) && !is_digit(c) && !is_mark(c) && !is_apostrophe(c)) return false;
    spaces += c == ' ' ? 1 : 0;
  }
  return spaces < max_name_words;
}

std::string_view trim_signs(std::string_view line) {
  const Window window(line, 0, line.size());
  std::size_t end = line.size();
  while (end > 0 && (is_space(window.before(end)) || is_dash(window.before(end)) || window.before(end) == ',' ||
                     window.before(end) == '|')) {
    end = window.previous(end);
  }
  return line.substr(0, end);
}

/// A line that is a name and a time in either order, or only a time.
struct Header {
  bool found = false;
  bool time_only = false;
  bool time_first = false;
  std::string_view name;
};

Header read_header(std::string_view line) {
  if (line.size() > max_header) return {};
  Header header;
  LineReader reader(line);
  if (skip_time_stamp(&reader)) {
    header.time_only = reader.at_end();
    header.time_first = !header.time_only;
    header.name = reader.rest();
    header.found = header.time_only || is_name(header.name);
    return header;
  }
  const std::size_t stamp = line.find_first_of("0123456789[(");
  if (stamp == std::string_view::npos || stamp == 0) return {};
  reader.move_to(stamp);
  header.name = trim_signs(line.substr(0, stamp));
  header.found = skip_time_stamp(&reader) && reader.at_end() && is_name(header.name);
  return header;
}

struct Headers {
  std::vector<std::size_t> lines;  // of names and times
  std::size_t messages = 0;        // headers with a text below them
  std::size_t time_first = 0;
  std::size_t stamped = 0;  // lines that begin with a time, headers or not
  std::vector<std::string_view> names;

  bool repeat_names() {
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
  }
};

bool is_free(const Line& line) { return line.role != LineRole::code && line.role != LineRole::cue; }

Headers find_headers(std::string_view text, const std::vector<Line>& lines) {
  Headers headers;
  bool previous = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_free(lines[i])) continue;
    const std::string_view line = lines[i].of(text);
    LineReader reader(line);
    headers.stamped += skip_time_stamp(&reader) ? 1u : 0u;
    const Header header = read_header(line);
    headers.messages += previous && !header.found ? 1u : 0u;
    previous = header.found;
    if (!header.found) continue;
    headers.time_first += header.time_first ? 1u : 0u;
    const bool named = header.time_only && i > 0 && is_free(lines[i - 1]) && is_name(lines[i - 1].of(text));
    if (header.time_only && !named) continue;
    if (named) headers.lines.push_back(i - 1);
    headers.lines.push_back(i);
    headers.names.push_back(named ? lines[i - 1].of(text) : header.name);
  }
  return headers;
}

}  // namespace

void mark_messages(std::string_view text, std::vector<Line>* lines) {
  Headers headers = find_headers(text, *lines);
  // Short messages behind a time look like names; a timetable has nothing below its times.
  const bool names_behind_times = 10 * headers.time_first >= 8 * headers.stamped || headers.time_first == 0;
  if (headers.names.size() < 3 || headers.messages < 3 || !names_behind_times || !headers.repeat_names()) return;
  for (std::size_t i = headers.lines.front(); i < lines->size(); ++i) {
    if ((*lines)[i].role == LineRole::text) (*lines)[i].role = LineRole::turn;
  }
  for (const std::size_t i : headers.lines) {
    (*lines)[i].role = LineRole::code;
    (*lines)[i].content = (*lines)[i].first;
  }
}

}  // namespace tersely
