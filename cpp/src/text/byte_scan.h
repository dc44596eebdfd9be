#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tersely {

using Byte = std::uint8_t;

/// The first offset at or after `from` where `is_there(bytes)` is not 0, or the size of the text. `is_there` may read
/// `reach` bytes; those past the end of the text read as 0 and must not match. Write it as comparisons joined by &, |
/// and +, without a branch, so that compilers vectorise a whole step. (gcc turns | between neighbours in ASCII into a
/// shift, which it cannot vectorise.)
template <std::size_t reach, typename Predicate>
std::size_t find_bytes(std::string_view text, std::size_t from, Predicate is_there) noexcept {
  constexpr std::size_t step = 32;
  const auto* const bytes = reinterpret_cast<const Byte*>(text.data());
  const auto is_in_step = [&](std::size_t begin) {
    Byte any = 0;
    for (std::size_t i = 0; i < step; ++i) any = static_cast<Byte>(any | is_there(bytes + begin + i));
    return any != 0;
  };
  std::size_t at = from;
  bool found = false;
  while (!found && at + step + reach - 1 <= text.size()) {
    found = is_in_step(at);
    if (!found) at += step;
  }
  // The last step may overlap the one before.
  if (!found && from + step + reach - 1 <= text.size() && !is_in_step(text.size() - step - reach + 1)) {
    at = text.size() - reach + 1;
  }
  for (; at + reach <= text.size(); ++at) {
    if (is_there(bytes + at) != 0) return at;
  }
  for (; at < text.size(); ++at) {
    std::array<Byte, reach> last{};
    std::copy(bytes + at, bytes + text.size(), last.begin());
    if (is_there(last.data()) != 0) return at;
  }
  return text.size();
}

}  // namespace tersely
