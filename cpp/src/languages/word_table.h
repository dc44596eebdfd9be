#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tersely {

/// An immutable map from words to bits: open addressing over one pool of bytes. A search costs one hash and nearly
/// always at most one comparison.
class WordTable {
 public:
  using Bits = std::uint64_t;
  using Entry = std::pair<std::string_view, Bits>;

  WordTable() = default;
  /// Equal words get the union of their bits.
  explicit WordTable(const std::vector<Entry>& entries);

  /// 0 if the word is not in the table.
  Bits find(std::string_view word) const noexcept {
    if (slots_.empty()) return 0;
    const std::uint32_t hash = hash_of(word);
    if ((filter_[(hash & filter_mask_) / 64] >> hash % 64 & 1) == 0) return 0;
    for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
      const Slot& slot = slots_[i];
      if (slot.bits == 0) return 0;
      if (slot.hash == hash && word_of(slot) == word) return slot.bits;
    }
  }

  /// All words with at least one of `bits`, sorted.
  std::vector<std::string_view> words_with(Bits bits) const;

 private:
  struct Slot {
    Bits bits = 0;  // 0: the slot is free
    std::uint32_t hash = 0;
    std::uint32_t place =
        0;  // of the word in the pool: its offset times 256, and its size; slots stay small in this way
  };

  template <class Integer>
  static std::uint64_t load(const char* bytes) noexcept {
    Integer loaded;
    std::memcpy(&loaded, bytes, sizeof loaded);
    return loaded;
  }
  /// Two loads, which may overlap, cover words of up to 16 bytes. Few words are longer.
  static std::uint32_t hash_of(std::string_view word) noexcept {
    const char* const begin = word.data();
    const std::size_t size = word.size();
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (size >= 8) {
      first = load<std::uint64_t>(begin);
      last = load<std::uint64_t>(begin + size - 8);
    } else if (size >= 4) {
      first = load<std::uint32_t>(begin);
      last = load<std::uint32_t>(begin + size - 4);
    } else if (size > 0) {
      first = load<std::uint8_t>(begin) | load<std::uint8_t>(begin + size / 2) << 8;
      last = load<std::uint8_t>(begin + size - 1);
    }
    return static_cast<std::uint32_t>((first * 0x9e3779b97f4a7c15u + last * 0xd6e8feb86659fd93u + size) >> 32);
  }
  std::string_view word_of(const Slot& slot) const noexcept {
    return std::string_view(pool_).substr(slot.place / max_size, slot.place % max_size);
  }

  static constexpr std::size_t filter_bits_per_slot = 4;
  static constexpr std::uint32_t max_size = 256;  // of a word, exclusive

  std::string pool_;
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::vector<std::uint64_t> filter_;  // a bit per hash: rejects most absent words without a look at the large table
  std::size_t filter_mask_ = 0;
};

}  // namespace tersely
