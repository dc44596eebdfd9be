#pragma once

#include <string_view>

namespace tersely {

/// Does the text hold at least three HTML tags, one of them closing? A hint for a flag, no parser. O(bytes).
bool looks_like_html(std::string_view text);

}  // namespace tersely
