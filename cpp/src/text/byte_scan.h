#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "text/byte_block.h"

namespace tersely {

/// The first place at or after `from` where `is_there` passes, or the size of the text. It is asked of sixteen places
/// at once: of their bytes, of the bytes one place further on, and so on, `reach` blocks in all. Bytes after the text
/// are 0, and no place there is an answer.
template <std::size_t reach, typename Predicate>
std::size_t find_bytes(std::string_view text, std::size_t from, const Predicate& is_there) noexcept {
  const auto ask = [&is_there](const char* bytes) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) {
      return is_there(ByteBlock::load(bytes + i)...).top_bits();
    }(std::make_index_sequence<reach>());
  };
  std::size_t at = from;
  for (; at + ByteBlock::size + reach - 1 <= text.size(); at += ByteBlock::size) {
    if (const std::uint32_t found = ask(text.data() + at); found != 0) {
      return at + static_cast<std::size_t>(std::countr_zero(found));
    }
  }
  if (at >= text.size()) return text.size();
  std::array<char, 2 * ByteBlock::size + reach - 1> last{};
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), last.begin());
  const std::uint32_t found = ask(last.data()) | ask(last.data() + ByteBlock::size) << ByteBlock::size;
  return found == 0 ? text.size() : std::min(at + static_cast<std::size_t>(std::countr_zero(found)), text.size());
}

}  // namespace tersely
