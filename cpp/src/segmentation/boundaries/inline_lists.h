#pragma once

#include <cstddef>
#include <vector>

#include "text/window.h"

namespace tersely {

/// Finds the items of a list inside a paragraph: "1. apples 2. pears". Appends the byte offsets at which they begin,
/// ascending, without the first item, which begins at `begin`. A list begins with 1, a or A; only the next value in the
/// same style of marker continues it, and it ends if the next item is more than 1,000 bytes away. The first item is
/// included after a heading in capitals ("JUDGMENT 1. The ... 2. The") that is not a label of it ("PART 1. The ... PART
/// 2."). Returns the offset up to which it searched.
std::size_t find_inline_items(const Window& paragraph, std::size_t begin, std::vector<std::size_t>* begins);

/// The offset after the marker ("1.", "(b)") at `at` and the white space after it; `at` if there is no marker.
std::size_t skip_inline_marker(const Window& paragraph, std::size_t at);

}  // namespace tersely
