#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace tersely {

/// The names that somebody may have meant who wrote `wanted`, the nearest first, at most three. Near are names that one
/// edit in four letters changes into `wanted` (Levenshtein), and names of which one begins with the other. Case of
/// ASCII letters does not matter. O(names * letters * letters); longer words than 64 bytes have none.
std::vector<std::string_view> near_names(std::string_view wanted, std::span<const std::string_view> names);

}  // namespace tersely
