/// The numbers of lines beside a text: pleadings, papers under review, bills.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"

namespace tersely {

/// The text with spaces in place of the numbers of its lines, so that all offsets stay; nothing if it has none. Numbers
/// of lines begin a line or are one, count up by one, begin again on a page, and stand inside sentences: a list has
/// numbers too, but each of its lines begins anew. O(bytes); O(lines) for texts without digits at the begin of lines.
std::optional<std::string> without_line_numbers(std::string_view text, const std::vector<Line>& lines);

}  // namespace tersely
