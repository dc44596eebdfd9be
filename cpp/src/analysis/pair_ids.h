#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "support/hash_seed.h"
#include "support/prefetch.h"

namespace tersely {

/// Maps pairs of ids to ids 0, 1, 2... in the order of first occurrence, and records the row in which each pair was
/// last seen. One table serves many texts. Each slot is stamped with its row, the numbering of rows continues from text
/// to text, and a slot with a stamp of an earlier text is free.
class PairIds {
 public:
  /// Forgets all pairs, in constant time. `expected`: the number of pairs that fit before the table grows. Call it
  /// first.
  void restart(std::size_t expected) {
    const std::size_t wanted = std::bit_ceil(2 * expected + 16);
    if (wanted > slots_.size() || stamp_ > UINT32_MAX / 2) {
      slots_.assign(std::max(wanted, slots_.size()), {});
      stamp_ = 0;
    }
    mask_ = wanted - 1;  // a short text uses only a few cache lines of a large table
    first_stamp_ = ++stamp_;
    size_ = 0;
  }

  struct Seen {
    std::uint32_t id;
    bool in_row;  // seen before in this row
  };

  /// Is the table larger than the fast caches?
  bool is_large() const { return mask_ >= 0x2000; }
  /// Prefetches the slot of a pair that will soon be interned.
  void expect(std::uint32_t left, std::uint32_t right) const { prefetch(&slots_[first_slot(joined(left, right))]); }

  /// `row`: at least that of the previous call, and below 2^31.
  Seen intern(std::uint32_t left, std::uint32_t right, std::uint32_t row) {
    if (2 * (std::size_t{size_} + 1) > mask_ + 1) grow();
    stamp_ = first_stamp_ + row;
    const std::uint64_t pair = joined(left, right);
    Slot& slot = slots_[slot_of(pair)];
    if (is_free(slot)) {
      slot = {pair, size_, stamp_};
      return {size_++, false};
    }
    const bool in_row = slot.stamp == stamp_;
    slot.stamp = stamp_;
    return {slot.id, in_row};
  }
  std::uint32_t size() const { return size_; }

  static constexpr std::uint32_t not_found = UINT32_MAX;
  /// The id of a pair, or not_found.
  std::uint32_t find(std::uint32_t left, std::uint32_t right) const {
    const Slot& slot = slots_[slot_of(joined(left, right))];
    return is_free(slot) ? not_found : slot.id;
  }

  std::size_t n_bytes() const { return slots_.capacity() * sizeof(Slot); }

 private:
  struct Slot {
    std::uint64_t pair = 0;
    std::uint32_t id = 0;
    std::uint32_t stamp = 0;
  };

  static std::uint64_t joined(std::uint32_t left, std::uint32_t right) { return std::uint64_t{left} << 32 | right; }
  bool is_free(const Slot& slot) const { return slot.stamp < first_stamp_; }
  std::size_t first_slot(std::uint64_t pair) const { return (pair * factor_ >> 32) & mask_; }
  std::size_t slot_of(std::uint64_t pair) const {
    std::size_t slot = first_slot(pair);
    while (!is_free(slots_[slot]) && slots_[slot].pair != pair) slot = (slot + 1) & mask_;
    return slot;
  }
  void grow() {
    std::vector<Slot> old(2 * (mask_ + 1));
    old.swap(slots_);
    const std::size_t n_old = mask_ + 1;
    mask_ = slots_.size() - 1;
    for (std::size_t i = 0; i < n_old; ++i) {
      if (!is_free(old[i])) slots_[slot_of(old[i].pair)] = old[i];
    }
  }

  std::uint64_t factor_ = hash_seed() | 1;
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;  // number of slots in use - 1; that number is a power of two
  std::uint32_t size_ = 0;
  std::uint32_t stamp_ = 0;        // of the last row
  std::uint32_t first_stamp_ = 0;  // of the first row of this text
};

}  // namespace tersely
