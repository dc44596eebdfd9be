#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "tersely/text.h"
#include "text/byte_words.h"

namespace tersely {

/// A word of at most 16 bytes in two registers, padded with zeros. Folding, cutting, comparing and hashing the whole
/// word take a few instructions. Few ASCII words are longer.
class PackedWord {
 public:
  static constexpr std::size_t max_size = 16;

  PackedWord() = default;

  /// `span`: at most max_size bytes of `text`, none of them NUL.
  PackedWord(std::string_view text, Span span) noexcept {
    const std::size_t size = span.size();
    const char* begin = text.data() + span.begin;
    std::array<char, max_size> bytes;
    if (span.begin + max_size > text.size()) {  // do not read past the end of the text
      bytes.fill(0);
      std::copy_n(begin, size, bytes.data());
      begin = bytes.data();
    }
    low_ = load_bytes(begin) & first_bytes(std::min<std::size_t>(size, 8));
    if (size > 8) high_ = load_bytes(begin + 8) & first_bytes(size - 8);
  }

  std::size_t size() const noexcept {
    return high_ != 0 ? 16 - static_cast<std::size_t>(std::countl_zero(high_)) / 8
                      : 8 - static_cast<std::size_t>(std::countl_zero(low_)) / 8;
  }
  std::uint64_t low() const noexcept { return low_; }
  std::uint64_t high() const noexcept { return high_; }
  bool operator==(const PackedWord&) const = default;

  std::array<char, max_size> bytes() const noexcept {
    std::array<char, max_size> bytes;
    const std::uint64_t low = little_endian(low_);
    const std::uint64_t high = little_endian(high_);
    std::memcpy(bytes.data(), &low, 8);
    std::memcpy(bytes.data() + 8, &high, 8);
    return bytes;
  }

  bool is_ascii() const noexcept { return ((low_ | high_) & each_byte(0x80)) == 0; }

  // For ASCII only:
  void fold() noexcept {
    low_ |= bytes_in_range(low_, 'A', 'Z') >> 2;
    if (high_ != 0) high_ |= bytes_in_range(high_, 'A', 'Z') >> 2;
  }
  bool has_hyphen() const noexcept { return (bytes_in_range(low_, '-', '-') | bytes_in_range(high_, '-', '-')) != 0; }
  bool has_digit() const noexcept { return (bytes_in_range(low_, '0', '9') | bytes_in_range(high_, '0', '9')) != 0; }
  bool has_lower() const noexcept { return (bytes_in_range(low_, 'a', 'z') | bytes_in_range(high_, 'a', 'z')) != 0; }

  /// Keeps the first `size` bytes.
  void cut(std::size_t size) noexcept {
    low_ &= first_bytes(std::min<std::size_t>(size, 8));
    high_ &= first_bytes(size > 8 ? size - 8 : 0);
  }

 private:
  static constexpr std::uint64_t first_bytes(std::size_t n) {
    return n == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * n)) - 1;
  }

  std::uint64_t low_ = 0;  // the first byte is the lowest
  std::uint64_t high_ = 0;
};

}  // namespace tersely
