#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"
#include "segmentation/lines/time_stamp.h"
#include "text/characters.h"
#include "text/icu.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_name = 40;     // bytes
constexpr std::size_t max_header = 100;  // bytes
constexpr std::ptrdiff_t max_name_words = 3;
constexpr std::size_t enough = 3;  // headers
constexpr std::size_t first_lines = 4;
constexpr std::size_t max_replies = 24;   // bytes
constexpr std::size_t wrapped_line = 60;  // bytes from which a line may be wrapped

/// The lines [first, last) of a header, and the name in it.
struct Header {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string_view name;
  bool own_paragraph = false;  // name and time on two lines, after a blank line
};

/// Is it only a time of day, with or without a date?
bool is_time(std::string_view line) {
  LineReader reader(line);
  return skip_time_stamp(&reader) && reader.at_end();
}

bool is_name(std::string_view line) {
  if (line.empty() || line.size() > max_name) return false;
  std::size_t at = 0;
  return is_letter(next_code_point(line, &at)) && line.find_first_of(".:;!?") == std::string_view::npos;
}

/// "Lena Moor", from the text before the time in "Lena Moor  9:41 AM", "Lena Moor — 10/14/2025 9:41 AM".
std::string_view name_before(std::string_view part) {
  const std::size_t date = part.find_first_of("0123456789");
  const Window window(part, 0, std::min(date, part.size()));
  std::size_t end = window.end();
  for (std::size_t before = end; before > 0; end = before) {
    before = window.trim_end(0, end);
    if (before == 0) break;
    const CodePoint c = window.before(before);
    if (!is_dash(c) && c != '[' && c != '(' && c != ',' && c != '|' && c != 0xb7 && c != 0x2022)
      return part.substr(0, before);
    before = window.previous(before);
  }
  return {};
}

/// The name in "Lena Moor  9:41 AM", "[9:41 AM] Lena Moor", "09:41:12 From Lena Moor to Everyone:"; empty if the line
/// is not a header.
std::string_view name_of_header(std::string_view line) {
  if (line.size() > max_header || line.find(':') == std::string_view::npos) return {};
  if (const std::size_t time = find_last_time(line); time != std::string_view::npos && time > 0) {
    const std::string_view name = name_before(line.substr(0, time));
    return is_name(name) ? name : std::string_view();
  }
  LineReader reader(line);
  if (!skip_time_stamp(&reader) || reader.at_end()) return {};
  std::string_view name = reader.rest();
  const bool colon = name.ends_with(':');
  if (colon) name.remove_suffix(1);
  return (colon || line.starts_with('[')) && is_name(name) ? name : std::string_view();
}

/// A name on one line, the time on the next, and the message below.
bool is_two_line_header(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  if (i + 2 >= lines.size() || (i > 0 && !lines[i].after_blank)) return false;
  if (lines[i].role != LineRole::text || lines[i + 1].after_blank || lines[i + 2].after_blank) return false;
  return is_name(lines[i].of(text)) && is_time(lines[i + 1].of(text));
}

std::vector<Header> find_headers(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Header> headers;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (is_two_line_header(text, lines, i)) {
      headers.push_back({i, i + 2, lines[i].of(text), true});
    } else if (lines[i].role == LineRole::text && (i < first_lines || !headers.empty())) {
      const std::string_view name = name_of_header(lines[i].of(text));
      if (!name.empty()) headers.push_back({i, i + 1, name, false});
    }
  }
  return headers;
}

/// In a chat somebody speaks twice; the entries of a programme or a list of news all have different titles.
bool is_chat(const std::vector<Header>& headers) {
  std::set<std::string_view> names;
  for (const Header& header : headers) names.insert(header.name);
  return headers.size() >= enough && names.size() < headers.size();
}

/// Many pages have lines that look like headers of one line. The headers of a chat begin at the start of the text and
/// have several names, and a message follows each.
bool is_chat_throughout(const std::vector<Header>& headers, std::size_t n_lines) {
  if (!is_chat(headers) || headers.front().first >= first_lines || 12 * headers.size() < n_lines) return false;
  std::size_t messages = 0;
  for (std::size_t k = 0; k < headers.size(); ++k) {
    const std::size_t next = k + 1 < headers.size() ? headers[k + 1].first : n_lines;
    messages += next > headers[k].last ? 1u : 0u;
  }
  const bool several = std::any_of(headers.begin(), headers.end(),
                                   [&](const Header& header) { return header.name != headers.front().name; });
  return several && 4 * messages >= 3 * headers.size();
}

/// A message may also end in a time ("see you at 10:30"). A header has a name that occurs again, or a short name.
void drop_messages(std::vector<Header>* headers) {
  std::map<std::string_view, std::size_t> counts;
  for (const Header& header : *headers) ++counts[header.name];
  std::erase_if(*headers, [&](const Header& header) {
    std::size_t at = 0;
    const bool lower = is_lower(next_code_point(header.name, &at));
    const auto spaces = std::count(header.name.begin(), header.name.end(), ' ');
    return counts[header.name] == 1 && (lower || spaces >= max_name_words);
  });
}

/// "3 replies" and "View thread" below a message.
bool announces_replies(std::string_view line) {
  LineReader reader(line);
  if (line.size() > max_replies || reader.skip_digits() == 0) return false;
  reader.skip_space();
  int words = 1;
  for (; is_letter(reader.next()) || is_mark(reader.next()) || reader.next() == ' '; reader.advance()) {
    words += reader.next() == ' ' ? 1 : 0;
  }
  return reader.at_end() && is_letter(Window(line, 0, line.size()).before(line.size())) && words <= 2;
}

/// "[ Photo ]", ":eyes:"
bool is_placeholder(std::string_view line) {
  const bool in_brackets = line.starts_with('[') && line.ends_with(']') && line.size() <= max_name;
  return in_brackets || (line.starts_with(':') && line.ends_with(':') && line.find(' ') == std::string_view::npos);
}

bool has_letter(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (is_letter(next_code_point(line, &at))) return true;
  }
  return false;
}

/// Does the message continue in lower case after a long line?
bool is_wrapped(std::string_view text, const std::vector<Line>& lines, std::size_t first, std::size_t last) {
  for (std::size_t i = first + 1; i < last; ++i) {
    const std::string_view line = lines[i].of(text);
    std::size_t at = 0;
    if (lines[i - 1].of(text).size() >= wrapped_line && is_lower(next_code_point(line, &at))) return true;
  }
  return false;
}

void set_code(Line* line) {
  line->role = LineRole::code;
  line->content = line->first;
}

/// Makes the lines turns, since posts often end without a stop, unless the lines were wrapped.
void mark_message(std::string_view text, std::size_t first, std::size_t last, std::vector<Line>* lines) {
  const bool wrapped = is_wrapped(text, *lines, first, last);
  bool replies = false;
  for (std::size_t i = first; i < last; ++i) {
    Line& line = (*lines)[i];
    if (line.role != LineRole::text) continue;
    replies = replies || (i > first && announces_replies(line.of(text)));
    if (replies || !has_letter(line.of(text)) || is_placeholder(line.of(text))) {
      set_code(&line);
    } else if (!wrapped) {
      line.role = LineRole::turn;
    }
  }
}

}  // namespace

void mark_chat_headers(std::string_view text, std::vector<Line>* lines) {
  std::vector<Header> headers = find_headers(text, *lines);
  if (!is_chat_throughout(headers, lines->size())) {
    std::erase_if(headers, [](const Header& header) { return !header.own_paragraph; });
    if (!is_chat(headers)) return;
  }
  drop_messages(&headers);
  for (std::size_t k = 0; k < headers.size(); ++k) {
    for (std::size_t i = headers[k].first; i < headers[k].last; ++i) set_code(&(*lines)[i]);
    mark_message(text, headers[k].last, k + 1 < headers.size() ? headers[k + 1].first : lines->size(), lines);
  }
}

}  // namespace tersely
