#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "support/interner.h"

namespace tersely {

/// A set of texts that are stored elsewhere. The size and 24 bytes distinguish most of them, so most are neither read
/// nor copied. If many differ in other bytes only, like the lines of a log, all bytes are hashed.
class SeenTexts {
 public:
  /// `most`: the maximum number of texts that will be added.
  explicit SeenTexts(std::size_t most) : slots_(std::bit_ceil(2 * most + 2)) { texts_.reserve(most); }

  /// Was an equal one added before? `text` must outlive this.
  bool add(std::string_view text);

 private:
  struct Seen {
    std::uint64_t mark;
    std::string_view text;
  };

  static constexpr std::size_t most_alike = 16;

  static std::uint64_t mark_of(std::string_view text);
  bool add_whole(std::string_view text);

  std::vector<std::uint32_t> slots_;  // place in texts_ + 1; 0: the slot is free. The size is a power of two
  std::vector<Seen> texts_;
  std::size_t n_alike_ = 0;        // pairs with the same mark that were not equal
  std::optional<Interner> whole_;  // all texts, if too many are alike
};

}  // namespace tersely
