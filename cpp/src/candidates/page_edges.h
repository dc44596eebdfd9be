/// The text around the article of a page: notices and teasers at its edges, comments and other entries below.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "candidates/layout.h"
#include "tersely/reasons.h"

namespace tersely {

/// The candidates outside the article, as ascending indices of units. The article extends from the first to the last
/// run of 80 words of prose.
///  - Shorter runs before or after it are not part of it if three or more lines are between, and the article holds half
///    of the words.
///  - Entries, which are runs below a line with a date and another line, are not part of it if there are three or more
///    at the end, and the text before them is three times as long as one entry.
/// Both rules leave at least three candidates. O(units).
std::vector<std::size_t> find_page_edges(const Layout& layout, std::span<const Reason> reasons);

}  // namespace tersely
