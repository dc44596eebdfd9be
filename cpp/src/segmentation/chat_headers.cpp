#include <set>
#include <string_view>
#include <vector>

#include "icu.h"
#include "segmentation/lines.h"
#include "segmentation/time_stamp.h"

namespace tersely {
namespace {

constexpr std::size_t max_name = 40;  // bytes
constexpr std::size_t enough = 3;     // headers

/// Nothing but a time of day, with or without a date.
bool is_time(std::string_view line) {
  LineReader reader(line);
  return skip_time_stamp(&reader) && reader.at_end();
}

bool is_name(std::string_view line) {
  if (line.empty() || line.size() > max_name) return false;
  std::size_t at = 0;
  return is_letter(next_code_point(line, &at)) && line.find_first_of(".:;!?") == std::string_view::npos;
}

/// A name on a line of its own, the time on the next, and what was said below.
bool is_header(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  if (i + 2 >= lines.size() || (i > 0 && !lines[i].after_blank)) return false;
  if (lines[i].role != LineRole::text || lines[i + 1].after_blank || lines[i + 2].after_blank) return false;
  return is_name(lines[i].of(text)) && is_time(lines[i + 1].of(text));
}

}  // namespace

void mark_chat_headers(std::string_view text, std::vector<Line>* lines) {
  std::vector<std::size_t> headers;
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    if (!is_header(text, *lines, i)) continue;
    headers.push_back(i);
    names.insert((*lines)[i].of(text));
  }
  // Somebody speaks twice in a chat; the entries of a programme or a list of news all have other titles.
  if (headers.size() < enough || names.size() == headers.size()) return;
  for (const std::size_t i : headers) {
    for (const std::size_t k : {i, i + 1}) {
      (*lines)[k].role = LineRole::code;
      (*lines)[k].content = (*lines)[k].first;
    }
  }
}

}  // namespace tersely
