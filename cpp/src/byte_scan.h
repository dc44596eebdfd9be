#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tersely {

/// Which bytes are looked for: non-zero entries.
using ByteTable = std::array<std::uint8_t, 256>;

/// The first byte at or behind `from` whose entry is not zero, or the size of the text. Eight bytes a step.
inline std::size_t find_byte(std::string_view text, std::size_t from, const ByteTable& table) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = from;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint8_t* b = bytes + at;
    const int any =
        table[b[0]] | table[b[1]] | table[b[2]] | table[b[3]] | table[b[4]] | table[b[5]] | table[b[6]] | table[b[7]];
    if (any != 0) break;
  }
  while (at < text.size() && table[bytes[at]] == 0) ++at;
  return at;
}

}  // namespace tersely
