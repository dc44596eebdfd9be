#pragma once

#include <cstdint>

namespace tersely {

/// Random, fixed per process, so that nobody can flood a hash table with collisions. Never affects a result.
std::uint64_t hash_seed() noexcept;

}  // namespace tersely
