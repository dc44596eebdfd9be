#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/window.h"

namespace tersely {

/// Finds the places that may end a unit: terminators and bullets. One look at a pair of bytes, where the first two of
/// no candidate are, skips most of every script, letters that share the lead byte of a terminator (Arabic, Bengali,
/// kana) included; no place waits for the decoding of the one before. Where a pair may begin one, a bit that stands for
/// the candidates that differ in the last byte only has to be in the entries of all three bytes. ASCII needs no table.
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

  std::array<std::uint8_t, 0x10000> pairs_{};  // by two bytes as the machine loads them
  Table first_{};
  Table second_{};
  Table third_{};
};

}  // namespace tersely
