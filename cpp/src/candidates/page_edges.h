/// What stands around the article of a page: notices and teasers at its edges, comments and other entries below.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "candidates/layout.h"
#include "tersely/reasons.h"

namespace tersely {

/// The candidates outside the article, as indices of units, ascending. An article is what lies from the first to the
/// last run of 80 words of prose.
///  - Shorter runs before or after it are not part of it if three lines or more lie between, and it holds half of the
///    words.
///  - Entries, each a run below a line with a date and another line, are not part of it if there are three or more at
///    the end, and what stands before them is three times as long as one of them.
/// Both leave three candidates at least. O(units).
std::vector<std::size_t> find_page_edges(const Layout& layout, std::span<const Reason> reasons);

}  // namespace tersely
