/// Strings to dense ids.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tersely {

/// Ids 0, 1, 2... in the order of first occurrence. Open addressing over one byte pool; the seed of the hash is random
/// per process (no one can flood it with collisions) and has no effect on ids.
class Interner {
 public:
  Interner();

  std::uint32_t intern(std::string_view key);
  /// The id of `key`, or not_found.
  std::uint32_t find(std::string_view key) const;
  std::string_view operator[](std::uint32_t id) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

  static constexpr std::uint32_t not_found = UINT32_MAX;

 private:
  std::size_t slot_of(std::string_view key, std::uint64_t hash) const;
  void grow();

  std::vector<char> pool_;
  std::vector<std::size_t> ends_;      // of each key in the pool
  std::vector<std::uint64_t> hashes_;  // of each key
  std::vector<std::uint32_t> slots_;   // id + 1, or 0; the size is a power of two
};

}  // namespace tersely
