#include "segmentation/lines/lines.h"

#include "text/byte_scan.h"

namespace tersely {
namespace {

/// Is the byte a line break, or does it begin one (U+0085, U+2028, U+2029)?
constexpr auto may_begin_break = [](ByteBlock bytes) {
  return bytes.in_range('\n', '\r') | bytes.equals('\xc2') | bytes.equals('\xe2');
};

struct Break {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool separator = false;  // ends a paragraph whatever the options say
  bool page = false;
};

Break find_break(std::string_view text, std::size_t from) {
  for (std::size_t at = find_bytes<1>(text, from, may_begin_break); at < text.size();
       at = find_bytes<1>(text, at + 1, may_begin_break)) {
    std::size_t end = at;
    const CodePoint c = decode(text, &end);
    if (!is_line_break(c)) continue;
    if (c == '\r' && end < text.size() && text[end] == '\n') ++end;
    return {at, end, c == '\f' || c == '\v' || c == 0x2029, c == '\f'};
  }
  return {text.size(), text.size(), false, false};
}

}  // namespace

std::vector<Line> split_lines(std::string_view text, const Cancel& cancel) {
  std::vector<Line> lines;
  bool after_blank = false;
  bool after_separator = false;
  bool after_page = false;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    cancel.check_at(count++);
    const Break line_break = find_break(text, begin);
    const Window window(text, begin, line_break.begin);
    const std::size_t first = window.skip_space_and_invisible(begin);
    if (first < line_break.begin) {
      const std::size_t last = window.trim_end(first, line_break.begin);
      Line& line = lines.emplace_back();
      // White space before the text says nothing about its first line.
      line.begin = static_cast<std::uint32_t>(lines.size() == 1 ? first : begin);
      line.first = static_cast<std::uint32_t>(first);
      line.last = static_cast<std::uint32_t>(last);
      line.content = line.first;
      line.after_blank = after_blank && lines.size() > 1;
      line.after_separator = after_separator;
      line.after_page = after_page;
      line.trailing_space = last < line_break.begin;
      after_blank = after_separator = after_page = false;
    } else {
      after_blank = true;
    }
    after_separator = after_separator || line_break.separator;
    after_page = after_page || line_break.page;
    begin = line_break.end;
  }
  return lines;
}

}  // namespace tersely
