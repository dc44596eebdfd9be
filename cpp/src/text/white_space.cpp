#include "text/white_space.h"

#include "text/byte_scan.h"
#include "text/icu.h"
#include "text/window.h"

namespace tersely {
namespace {

/// A control, a double space, or a byte that may begin white space beyond ASCII.
constexpr auto may_need_collapsing = [](const Byte* b) {
  return (b[0] < ' ') + ((b[0] == ' ') & (b[1] == ' ')) + (b[0] == 0xc2) + ((b[0] >= 0xe1) & (b[0] <= 0xe3));
};

}  // namespace

bool has_single_spaces_only(std::string_view text) {
  return !text.starts_with(' ') && !text.ends_with(' ') && find_bytes<2>(text, 0, may_need_collapsing) == text.size();
}

std::string collapse_white_space(std::string_view text) {
  if (has_single_spaces_only(text)) return std::string(text);
  std::string collapsed;
  collapsed.reserve(text.size());
  const Window window(text, 0, text.size());
  for (std::size_t at = window.skip_space(0); at < text.size();) {
    const std::size_t end = window.skip(at, [](CodePoint c) { return !is_space(c); });
    if (!collapsed.empty()) collapsed += ' ';
    collapsed += window.slice(at, end);
    at = window.skip_space(end);
  }
  return collapsed;
}

}  // namespace tersely
