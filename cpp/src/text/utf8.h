/// UTF-8 decoding that is nearly always inline, for loops over every byte or over a few around an offset.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/byte_block.h"
#include "text/byte_scan.h"
#include "text/icu.h"

namespace tersely {

/// The low `count` bits of a byte.
constexpr CodePoint utf8_bits(char byte, int count) noexcept {
  return static_cast<CodePoint>(static_cast<std::uint8_t>(byte) & ((1u << count) - 1u));
}

/// The code point at *offset (< text.size()), which moves past it. `text` must be valid UTF-8, except that its ends may
/// cut a sequence. Two and three bytes are decoded inline, since a call for every letter would cost more than the
/// decoding; ICU decodes four bytes and cut sequences.
inline CodePoint decode(std::string_view text, std::size_t* offset) noexcept {
  const char* const bytes = text.data() + *offset;
  const std::size_t size = text.size() - *offset;
  const auto byte = static_cast<std::uint8_t>(bytes[0]);
  if (byte < 0x80) {
    ++*offset;
    return byte;
  }
  if (byte >= 0xe0 && byte < 0xf0 && size >= 3) {
    *offset += 3;
    return utf8_bits(bytes[0], 4) << 12 | utf8_bits(bytes[1], 6) << 6 | utf8_bits(bytes[2], 6);
  }
  if (byte >= 0xc0 && byte < 0xe0 && size >= 2) {
    *offset += 2;
    return utf8_bits(bytes[0], 5) << 6 | utf8_bits(bytes[1], 6);
  }
  return next_code_point(text, offset);
}

/// The code point that ends at *offset (> 0), which moves to its first byte.
inline CodePoint decode_backward(std::string_view text, std::size_t* offset) noexcept {
  const char* const behind = text.data() + *offset;
  if (static_cast<std::uint8_t>(behind[-1]) < 0x80) {
    --*offset;
    return behind[-1];
  }
  if (*offset >= 2 && (behind[-2] & 0xe0) == 0xc0) {
    *offset -= 2;
    return utf8_bits(behind[-2], 5) << 6 | utf8_bits(behind[-1], 6);
  }
  if (*offset >= 3 && (behind[-3] & 0xf0) == 0xe0) {
    *offset -= 3;
    return utf8_bits(behind[-3], 4) << 12 | utf8_bits(behind[-2], 6) << 6 | utf8_bits(behind[-1], 6);
  }
  return previous_code_point(text, offset);
}

/// Writes `c` to `out`, which must have room for four bytes; returns the number written.
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

bool is_valid_utf8(std::string_view text) noexcept;

/// `text` with U+FFFD for each byte that is not part of well-formed UTF-8.
std::string replace_invalid_utf8(std::string_view text);

/// The number of code points: bytes that do not continue one.
inline std::uint32_t count_code_points(std::string_view text) noexcept {
  const std::size_t ascii = find_bytes<1>(text, 0, [](ByteBlock bytes) { return bytes; });  // the top bit is the answer
  auto count = static_cast<std::uint32_t>(ascii);
  for (const char byte : text.substr(ascii)) count += (static_cast<std::uint8_t>(byte) & 0xc0) != 0x80 ? 1u : 0u;
  return count;
}

}  // namespace tersely
