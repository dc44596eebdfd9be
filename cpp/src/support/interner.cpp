#include "support/interner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "support/hash_seed.h"

namespace tersely {
namespace {

std::uint64_t mix(std::uint64_t a) {
  a ^= a >> 32;
  a *= 0xd6e8feb86659fd93u;
  a ^= a >> 32;
  a *= 0xd6e8feb86659fd93u;
  return a ^ (a >> 32);
}

/// Reads eight bytes per step.
std::uint64_t hash_bytes(std::string_view key) {
  std::uint64_t hash = hash_seed() ^ key.size();
  const char* p = key.data();
  std::size_t left = key.size();
  std::uint64_t word = 0;
  for (; left >= 8; p += 8, left -= 8) {
    std::memcpy(&word, p, 8);
    hash = mix(hash ^ word);
  }
  word = 0;
  if (left > 0) std::memcpy(&word, p, left);
  return mix(hash ^ word);
}

}  // namespace

std::uint32_t Interner::intern(std::string_view key) {
  if (2 * (ends_.size() + 1) > slots_.size()) grow();
  const std::uint64_t hash = hash_bytes(key);
  const std::size_t slot = slot_of(key, hash);
  if (slots_[slot].next_id == 0) {
    pool_.insert(pool_.end(), key.begin(), key.end());
    ends_.push_back(pool_.size());
    hashes_.push_back(hash);
    slots_[slot] = {tag_of(hash), size()};
  }
  return slots_[slot].next_id - 1;
}

std::uint32_t Interner::find(std::string_view key) const {
  if (slots_.empty()) return not_found;
  const std::size_t slot = slot_of(key, hash_bytes(key));
  return slots_[slot].next_id == 0 ? not_found : slots_[slot].next_id - 1;
}

std::string_view Interner::operator[](std::uint32_t id) const {
  const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
  return {pool_.data() + begin, ends_[id] - begin};
}

std::size_t Interner::slot_of(std::string_view key, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].next_id != 0) {
    if (slots_[slot].tag == tag_of(hash) && (*this)[slots_[slot].next_id - 1] == key) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

void Interner::grow() {
  slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), {});
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t id = 0; id < size(); ++id) {
    std::size_t slot = hashes_[id] & mask;
    while (slots_[slot].next_id != 0) slot = (slot + 1) & mask;
    slots_[slot] = {tag_of(hashes_[id]), id + 1};
  }
}

}  // namespace tersely
