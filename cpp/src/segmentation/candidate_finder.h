#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "byte_scan.h"
#include "segmentation/window.h"

namespace tersely {

/// Finds the places that may end a unit: terminators and bullets. A candidate is a byte and the two behind it, each in
/// a table of its own: a bit stands for the candidates that differ in the last byte only, and three entries share it
/// where such a sequence may be one. No place waits for the decoding of the one before, and letters that share the lead
/// byte of a terminator (Arabic, Devanagari, kana) cost little more than others.
class CandidateFinder {
 public:
  /// Built at the first call, which should come before any fork or thread.
  static const CandidateFinder& get();

  /// The next candidate at or behind `from`; the end of the paragraph if there is none.
  std::size_t find(const Window& paragraph, std::size_t from) const noexcept;

 private:
  using Bits = std::uint64_t;
  using Table = std::array<Bits, 256>;

  CandidateFinder();
  void add(CodePoint c, Bits bit);

  ByteTable leads_{};  // bytes that the first table has; one look at eight skips most of Latin text
  Table first_{};
  Table second_{};
  Table third_{};
};

}  // namespace tersely
