/// UTF-8 decoding that never leaves the header for ASCII, for loops that look at every byte or at a few around a place.
#pragma once

#include <cstdint>
#include <string_view>

#include "icu.h"

namespace tersely {

/// The code point at *offset (< text.size()), which moves behind it. `text` is valid UTF-8.
inline CodePoint decode(std::string_view text, std::size_t* offset) noexcept {
  const auto byte = static_cast<std::uint8_t>(text[*offset]);
  if (byte < 0x80) {
    ++*offset;
    return byte;
  }
  return next_code_point(text, offset);
}

/// The code point that ends at *offset (> 0), which moves to its first byte.
inline CodePoint decode_backward(std::string_view text, std::size_t* offset) noexcept {
  const auto byte = static_cast<std::uint8_t>(text[*offset - 1]);
  if (byte < 0x80) {
    --*offset;
    return byte;
  }
  return previous_code_point(text, offset);
}

/// Writes `c` to `out`, which has room for four bytes; returns how many it took.
inline std::size_t encode(CodePoint c, char* out) noexcept {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = static_cast<char>(0xc0 | (c >> 6));
    out[1] = static_cast<char>(0x80 | (c & 0x3f));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = static_cast<char>(0xe0 | (c >> 12));
    out[1] = static_cast<char>(0x80 | ((c >> 6) & 0x3f));
    out[2] = static_cast<char>(0x80 | (c & 0x3f));
    return 3;
  }
  out[0] = static_cast<char>(0xf0 | (c >> 18));
  out[1] = static_cast<char>(0x80 | ((c >> 12) & 0x3f));
  out[2] = static_cast<char>(0x80 | ((c >> 6) & 0x3f));
  out[3] = static_cast<char>(0x80 | (c & 0x3f));
  return 4;
}

/// The number of code points: bytes that do not continue one.
inline std::uint32_t count_code_points(std::string_view text) noexcept {
  std::uint32_t count = 0;
  for (const char byte : text) count += (static_cast<std::uint8_t>(byte) & 0xc0) != 0x80 ? 1u : 0u;
  return count;
}

}  // namespace tersely
