/// Finds columns side by side in texts that keep the layout: the white space between the columns is aligned.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"

namespace tersely {

/// The lines with words on both sides of a gutter, ascending. A gutter is two or more spaces after which the text
/// begins at the same column in every third line around, and in at least six. Justified lines have their gaps anywhere.
/// O(bytes).
std::vector<std::size_t> find_lines_across_gutters(std::string_view text, const std::vector<Line>& lines);

}  // namespace tersely
