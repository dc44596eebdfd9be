#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "hash_seed.h"
#include "prefetch.h"

namespace tersely {

/// Pairs of ids to ids 0, 1, 2... in the order of first occurrence, with the row in which each was last seen.
class PairIds {
 public:
  /// `expected`: so many pairs fit before the table grows.
  explicit PairIds(std::size_t expected) : slots_(std::bit_ceil(2 * expected + 16)) {}

  struct Seen {
    std::uint32_t id;
    bool in_row;  // seen before in this row
  };

  /// Says that the pair will be interned soon.
  void expect(std::uint32_t left, std::uint32_t right) const { prefetch(&slots_[first_slot(joined(left, right))]); }

  /// `row`: not below that of the call before.
  Seen intern(std::uint32_t left, std::uint32_t right, std::uint32_t row) {
    if (2 * (std::size_t{size_} + 1) > slots_.size()) grow();
    const std::uint64_t pair = joined(left, right);
    Slot& slot = slots_[slot_of(pair)];
    if (slot.next_id == 0) {
      slot = {pair, ++size_, row};
      return {size_ - 1, false};
    }
    const bool in_row = slot.row == row;
    slot.row = row;
    return {slot.next_id - 1, in_row};
  }
  std::uint32_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t pair = 0;
    std::uint32_t next_id = 0;  // id + 1; 0: the slot is free
    std::uint32_t row = 0;
  };

  static std::uint64_t joined(std::uint32_t left, std::uint32_t right) { return std::uint64_t{left} << 32 | right; }
  std::size_t first_slot(std::uint64_t pair) const { return (pair * factor_ >> 32) & (slots_.size() - 1); }
  std::size_t slot_of(std::uint64_t pair) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = first_slot(pair);
    while (slots_[slot].next_id != 0 && slots_[slot].pair != pair) slot = (slot + 1) & mask;
    return slot;
  }
  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.next_id != 0) slots_[slot_of(slot.pair)] = slot;
    }
  }

  std::uint64_t factor_ = hash_seed() | 1;
  std::uint32_t size_ = 0;
  std::vector<Slot> slots_;  // the size is a power of two
};

}  // namespace tersely
