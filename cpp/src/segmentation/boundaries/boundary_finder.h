#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/window.h"

namespace tersely {

/// Finds possible boundaries: the terminators, bullets and markup at which a unit may end. A table of byte pairs tells
/// which pairs may begin one. It rules out most letters of every script, even those that share the lead byte of a
/// terminator (Arabic, Bengali, kana), and needs no decoding. If a pair may begin one, three tables decide: each group
/// of characters that differ only in their last byte has a bit, and that bit must be set for all three bytes. ASCII
/// needs no table.
class BoundaryFinder {
 public:
  /// Built on the first call, which should precede any fork or thread.
  static const BoundaryFinder& get();

  /// The first possible boundary at or after `from`; the end of the paragraph if there is none.
  std::size_t find(const Window& paragraph, std::size_t from) const noexcept;

 private:
  using Bits = std::uint64_t;
  using Table = std::array<Bits, 256>;

  BoundaryFinder();
  void add(CodePoint c, Bits bit);

  std::array<std::uint8_t, 0x10000> pairs_{};  // by two bytes, in the machine's byte order
  Table first_{};
  Table second_{};
  Table third_{};
};

}  // namespace tersely
