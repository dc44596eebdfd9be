/// Runs of white space as one space.
#pragma once

#include <string>
#include <string_view>

namespace tersely {

/// True only if the text is collapsed as it is. O(bytes), sixteen at a time.
bool has_single_spaces_only(std::string_view text);

/// `text` without white space at its ends, and with one space for each run inside. O(bytes).
std::string collapse_white_space(std::string_view text);

}  // namespace tersely
