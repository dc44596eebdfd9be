#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/window.h"

namespace tersely {

/// The length of a Thai or Lao unit, in code points, from which a space may end it.
inline constexpr std::uint32_t min_thai_sentence = 35;

bool has_thai_or_lao(std::string_view text);

/// Thai and Lao have no full stop: a space ends a unit that is long enough, unless what follows continues it. Appends
/// the byte offsets of such spaces in the unit, ascending. Returns the number of code points after the last one.
/// O(bytes).
std::uint32_t find_thai_ends(const Window& unit, std::vector<std::size_t>* ends);

}  // namespace tersely
