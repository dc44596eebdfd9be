#pragma once

#include <cstdint>
#include <span>

namespace tersely {

struct NGramCounts {
  std::uint64_t common = 0;  // of both, each as often as in the text that has fewer of it
  std::uint64_t left = 0;
  std::uint64_t right = 0;
};

/// Counts the n-grams of two sequences of ids. `n` >= 1. O(n * ids log ids).
NGramCounts count_n_grams(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right, unsigned n);

}  // namespace tersely
