/// Maps strings to dense ids.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tersely {

/// Ids 0, 1, 2... in the order of first occurrence. A hash table with open addressing over one byte pool. The seed of
/// the hash is random per process, so that no one can flood it with collisions; it does not affect ids.
class Interner {
 public:
  std::uint32_t intern(std::string_view key);
  /// The id of `key`, or not_found.
  std::uint32_t find(std::string_view key) const;
  std::string_view operator[](std::uint32_t id) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

  static constexpr std::uint32_t not_found = UINT32_MAX;

 private:
  /// The upper half of the hash avoids most reads of keys that differ, each of which would be a cache miss.
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t next_id = 0;  // id + 1; 0: the slot is free
  };

  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  std::size_t slot_of(std::string_view key, std::uint64_t hash) const;
  void grow();

  std::vector<char> pool_;
  std::vector<std::size_t> ends_;      // of each key in the pool
  std::vector<std::uint64_t> hashes_;  // of each key
  std::vector<Slot> slots_;            // the size is a power of two
};

}  // namespace tersely
