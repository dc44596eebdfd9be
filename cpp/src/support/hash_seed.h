#pragma once

#include <cstdint>

namespace tersely {

/// Random per process: no one can flood a table with collisions. It has no effect on any result.
std::uint64_t hash_seed() noexcept;

}  // namespace tersely
