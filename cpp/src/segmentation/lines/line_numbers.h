/// Removes printed line numbers: of pleadings, papers under review, bills.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"

namespace tersely {

/// The text with spaces in place of its line numbers, so that all offsets stay valid; nothing if there are none. Line
/// numbers are at the start of a line or alone on one, count up by one, restart on a page, and interrupt sentences. A
/// numbered list is different, since each of its lines begins a sentence. O(bytes); O(lines) for texts without digits
/// at the start of lines.
std::optional<std::string> without_line_numbers(std::string_view text, const std::vector<Line>& lines);

}  // namespace tersely
