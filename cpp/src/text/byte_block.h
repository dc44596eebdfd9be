/// Sixteen bytes in one register: SSE2 (every x86-64 has it) or NEON (every AArch64 has it). Elsewhere, or with
/// TERSELY_NO_SIMD defined, plain loops do the same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tersely {

/// The reference for the other two. A comparison yields 0xff in each byte that passes and 0 in the others.
class PlainBlock {
 public:
  static constexpr std::size_t size = 16;

  /// Reads `size` bytes.
  static PlainBlock load(const char* bytes) noexcept {
    PlainBlock block;
    for (std::size_t i = 0; i < size; ++i) block.bytes_[i] = static_cast<std::uint8_t>(bytes[i]);
    return block;
  }

  PlainBlock equals(char value) const noexcept { return in_range(value, value); }
  /// first <= byte <= last, compared as unsigned numbers.
  PlainBlock in_range(char first, char last) const noexcept {
    PlainBlock result;
    for (std::size_t i = 0; i < size; ++i) {
      const bool passes = bytes_[i] >= static_cast<std::uint8_t>(first) && bytes_[i] <= static_cast<std::uint8_t>(last);
      result.bytes_[i] = passes ? 0xff : 0;
    }
    return result;
  }
  PlainBlock operator|(const PlainBlock& other) const noexcept {
    PlainBlock result;
    for (std::size_t i = 0; i < size; ++i) result.bytes_[i] = bytes_[i] | other.bytes_[i];
    return result;
  }
  PlainBlock operator&(const PlainBlock& other) const noexcept {
    PlainBlock result;
    for (std::size_t i = 0; i < size; ++i) result.bytes_[i] = bytes_[i] & other.bytes_[i];
    return result;
  }
  /// Sets `bits` in each byte.
  PlainBlock with(char bits) const noexcept {
    PlainBlock result;
    for (std::size_t i = 0; i < size; ++i) result.bytes_[i] = bytes_[i] | static_cast<std::uint8_t>(bits);
    return result;
  }
  /// Bit i: the top bit of byte i.
  std::uint32_t top_bits() const noexcept {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) bits |= static_cast<std::uint32_t>(bytes_[i] >> 7) << i;
    return bits;
  }

 private:
  std::array<std::uint8_t, size> bytes_{};
};

}  // namespace tersely

#if !defined(TERSELY_NO_SIMD) && (defined(__SSE2__) || defined(_M_X64))
#include <emmintrin.h>

namespace tersely {

/// See PlainBlock.
class ByteBlock {
 public:
  static constexpr std::size_t size = 16;

  static ByteBlock load(const char* bytes) noexcept {
    return ByteBlock(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)));
  }
  ByteBlock equals(char value) const noexcept { return ByteBlock(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(value))); }
  ByteBlock in_range(char first, char last) const noexcept {
    // SSE2 has no unsigned comparison, so test that the distance from `first` is at most the width of the range.
    const __m128i distance = _mm_sub_epi8(bytes_, _mm_set1_epi8(first));
    const __m128i width = _mm_set1_epi8(static_cast<char>(last - first));
    return ByteBlock(_mm_cmpeq_epi8(_mm_min_epu8(distance, width), distance));
  }
  ByteBlock operator|(ByteBlock other) const noexcept { return ByteBlock(_mm_or_si128(bytes_, other.bytes_)); }
  ByteBlock operator&(ByteBlock other) const noexcept { return ByteBlock(_mm_and_si128(bytes_, other.bytes_)); }
  ByteBlock with(char bits) const noexcept { return ByteBlock(_mm_or_si128(bytes_, _mm_set1_epi8(bits))); }
  std::uint32_t top_bits() const noexcept { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes_)); }

 private:
  explicit ByteBlock(__m128i bytes) noexcept : bytes_(bytes) {}

  __m128i bytes_;
};

}  // namespace tersely

#elif !defined(TERSELY_NO_SIMD) && (defined(__aarch64__) || defined(_M_ARM64))
#include <arm_neon.h>

namespace tersely {

/// See PlainBlock.
class ByteBlock {
 public:
  static constexpr std::size_t size = 16;

  static ByteBlock load(const char* bytes) noexcept {
    return ByteBlock(vld1q_u8(reinterpret_cast<const std::uint8_t*>(bytes)));
  }
  ByteBlock equals(char value) const noexcept { return ByteBlock(vceqq_u8(bytes_, all(value))); }
  ByteBlock in_range(char first, char last) const noexcept {
    return ByteBlock(vandq_u8(vcgeq_u8(bytes_, all(first)), vcleq_u8(bytes_, all(last))));
  }
  ByteBlock operator|(ByteBlock other) const noexcept { return ByteBlock(vorrq_u8(bytes_, other.bytes_)); }
  ByteBlock operator&(ByteBlock other) const noexcept { return ByteBlock(vandq_u8(bytes_, other.bytes_)); }
  ByteBlock with(char bits) const noexcept { return ByteBlock(vorrq_u8(bytes_, all(bits))); }
  std::uint32_t top_bits() const noexcept {
    // Turn the top bit of byte i of each half into bit i; the sum of a half is then its mask.
    static constexpr std::uint8_t places[size] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t all_or_none = vreinterpretq_u8_s8(vshrq_n_s8(vreinterpretq_s8_u8(bytes_), 7));
    const uint8x16_t placed = vandq_u8(all_or_none, vld1q_u8(places));
    return vaddv_u8(vget_low_u8(placed)) | static_cast<std::uint32_t>(vaddv_u8(vget_high_u8(placed))) << 8;
  }

 private:
  explicit ByteBlock(uint8x16_t bytes) noexcept : bytes_(bytes) {}
  static uint8x16_t all(char value) noexcept { return vdupq_n_u8(static_cast<std::uint8_t>(value)); }

  uint8x16_t bytes_;
};

}  // namespace tersely

#else

namespace tersely {

using ByteBlock = PlainBlock;

}  // namespace tersely

#endif
