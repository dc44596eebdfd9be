#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "support/hash_seed.h"
#include "support/interner.h"
#include "text/packed_word.h"

namespace tersely {

/// Maps words to ids 0, 1, 2... in the order of first occurrence. Words of at most 16 bytes are in an array by id and
/// are compared in two registers; the few others are in an Interner. The slots of the hash table have four bytes each,
/// and half of them are empty.
class WordIds {
 public:
  /// `expected`: the number of words that fit before the table grows.
  explicit WordIds(std::size_t expected) : slots_(std::bit_ceil(2 * expected + 16)) { words_.reserve(expected); }

  std::uint32_t intern(const PackedWord& word) {
    if (2 * (words_.size() + 1) > slots_.size()) grow();
    std::uint32_t& next_id = slots_[slot_of(word)];
    if (next_id == 0) {
      words_.push_back(word);
      next_id = size();
    }
    return next_id - 1;
  }
  std::uint32_t intern(std::string_view word);

  /// The id of a word, or not_found.
  std::uint32_t find(std::string_view word) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }

  static constexpr std::uint32_t not_found = UINT32_MAX;

 private:
  std::size_t slot_of(const PackedWord& word) const {
    const std::size_t mask = slots_.size() - 1;
    // Multiply-shift with random odd factors (Dietzfelbinger et al. 1997); the upper half has the best bits.
    const std::uint64_t hash = word.low() * low_factor_ + word.high() * high_factor_;
    std::size_t slot = (hash >> 32) & mask;
    while (slots_[slot] != 0 && words_[slots_[slot] - 1] != word) slot = (slot + 1) & mask;
    return slot;
  }
  void grow();

  std::uint64_t low_factor_ = hash_seed() | 1;
  std::uint64_t high_factor_ = (hash_seed() * 0x9e3779b97f4a7c15u) | 1;
  std::vector<std::uint32_t> slots_;  // id + 1; 0: the slot is free. The size is a power of two
  std::vector<PackedWord> words_;     // by id; empty for long words
  Interner long_words_;
  std::vector<std::uint32_t> long_ids_;  // per word of long_words_
};

}  // namespace tersely
