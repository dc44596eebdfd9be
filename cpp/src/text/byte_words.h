#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace tersely {

// Arithmetic on eight bytes of ASCII in one integer, the first byte in the lowest bits.

/// `value` in each of the eight bytes.
constexpr std::uint64_t each_byte(std::uint8_t value) { return value * 0x0101010101010101u; }

/// 0x80 in each byte that is in [first, last], 0 in the others. No byte carries into the next, since all are below
/// 0x80.
constexpr std::uint64_t bytes_in_range(std::uint64_t bytes, char first, char last) {
  return (bytes + each_byte(static_cast<std::uint8_t>(0x80 - first))) &
         ~(bytes + each_byte(static_cast<std::uint8_t>(0x7f - last))) & each_byte(0x80);
}

/// The identity on a little-endian machine, else reverses the bytes; its own inverse.
constexpr std::uint64_t little_endian(std::uint64_t word) {
  if constexpr (std::endian::native == std::endian::little) return word;
  std::uint64_t turned = 0;
  for (int i = 0; i < 8; ++i) turned = turned << 8 | (word >> (8 * i) & 0xff);
  return turned;
}

inline std::uint64_t load_bytes(const char* bytes) noexcept {
  std::uint64_t word;
  std::memcpy(&word, bytes, 8);
  return little_endian(word);
}

}  // namespace tersely
