#pragma once

#include <cstddef>
#include <vector>

#include "text/window.h"

namespace tersely {

/// Where the items of a list inside a paragraph begin, but for the first, which begins at `at`: "1. apples 2. pears".
/// A list begins with 1, a or A in one style of marker, and only the next value in the same style goes on. Appends
/// ascending byte offsets. In "JUDGMENT 1. The ... 2. The" the first item is one of them: it follows a heading in
/// capitals that is no label of it ("PART 1. The ... PART 2."). The list ends where the next item is more than 1,000
/// bytes away. Returns how far it looked.
std::size_t find_inline_items(const Window& paragraph, std::size_t at, std::vector<std::size_t>* begins);

/// Behind the marker ("1.", "(b)") that begins at `at`, and the white space behind it; `at` if there is none.
std::size_t skip_inline_marker(const Window& paragraph, std::size_t at);

}  // namespace tersely
