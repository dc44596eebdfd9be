/// Columns side by side whose layout was kept: the white space between them lies below each other.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"

namespace tersely {

/// The lines with words on both sides of a gutter, ascending: after two spaces or more the rest begins at a column
/// where that of every third line around begins too, six at least. Justified lines have their gaps anywhere. O(bytes).
std::vector<std::size_t> find_lines_across_gutters(std::string_view text, const std::vector<Line>& lines);

}  // namespace tersely
