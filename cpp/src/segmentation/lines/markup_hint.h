#pragma once

#include <string_view>

namespace tersely {

/// Does the text hold at least three HTML tags, one of them closing, or two `<br>`, or two entities? This is a hint for
/// a flag, not a parser. O(bytes).
bool looks_like_html(std::string_view text);

/// Are line breaks written as a backslash and an n: one after a stop, or two that no lower-case letter follows (unlike
/// "C:\new")? O(bytes).
bool has_written_newlines(std::string_view text);

}  // namespace tersely
