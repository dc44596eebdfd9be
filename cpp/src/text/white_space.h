/// White space: is there anything else, and collapsing runs of it into one space.
#pragma once

#include <string>
#include <string_view>

namespace tersely {

/// True only if collapsing would not change the text; may be false even then. O(bytes), vectorised.
bool has_single_spaces_only(std::string_view text);

/// Is there nothing but white space? O(bytes).
bool is_blank(std::string_view text);

/// `text` without white space at its ends, and with one space for each run inside. O(bytes).
std::string collapse_white_space(std::string_view text);

}  // namespace tersely
