#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tersely {

/// Sorts the ids from index `begin` on and removes duplicates among them.
inline void sort_unique(std::vector<std::uint32_t>* ids, std::size_t begin = 0) {
  const auto first = ids->begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, ids->end());
  ids->erase(std::unique(first, ids->end()), ids->end());
}

}  // namespace tersely
