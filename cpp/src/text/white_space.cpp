#include "text/white_space.h"

#include "tersely/text.h"
#include "text/byte_scan.h"
#include "text/icu.h"
#include "text/window.h"

namespace tersely {
namespace {

/// A control other than NUL, a second space, or the first byte of a white space beyond ASCII.
constexpr auto may_need_collapsing = [](ByteBlock first, ByteBlock second) {
  return first.in_range('\x01', '\x1f') | (first.equals(' ') & second.equals(' ')) | first.equals('\xc2') |
         first.in_range('\xe1', '\xe3');
};

}  // namespace

bool has_single_spaces_only(std::string_view text) {
  return !text.starts_with(' ') && !text.ends_with(' ') && find_bytes<2>(text, 0, may_need_collapsing) == text.size();
}

bool is_blank(std::string_view text) { return trim(text, {0, static_cast<std::uint32_t>(text.size())}).size() == 0; }

std::string collapse_white_space(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  const Window window(text, 0, text.size());
  for (std::size_t at = window.skip_space(0); at < text.size();) {
    const std::size_t end = find_bytes<2>(text, at, may_need_collapsing);
    collapsed += window.slice(at, end);
    at = end;
    for (bool plain = false; !plain && at < text.size();) {
      const std::size_t begin = at;
      const CodePoint c = decode(text, &at);
      if (!is_space(c)) {
        collapsed += window.slice(begin, at);
        plain = is_ascii(c);
      } else if (!collapsed.ends_with(' ')) {
        collapsed += ' ';
      }
    }
  }
  if (collapsed.ends_with(' ')) collapsed.pop_back();
  return collapsed;
}

}  // namespace tersely
