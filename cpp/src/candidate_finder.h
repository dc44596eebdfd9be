#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "window.h"

namespace tersely {

/// Finds the places that may end a unit: terminators and bullets. Bytes that begin none of them, which are nearly all,
/// cost one look into a table.
class CandidateFinder {
 public:
  /// Built at the first call, which should come before any fork or thread.
  static const CandidateFinder& get();

  /// The next candidate at or behind `from`; the end of the paragraph if there is none.
  std::size_t find(const Window& paragraph, std::size_t from) const noexcept;

 private:
  CandidateFinder();
  bool is_candidate_at(std::string_view text, std::size_t at, std::size_t length) const noexcept;

  std::array<std::uint64_t, 0x10000 / 64> members_{};  // of the basic plane
};

}  // namespace tersely
