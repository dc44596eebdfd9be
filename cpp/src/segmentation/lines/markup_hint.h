#pragma once

#include <string_view>

namespace tersely {

/// Does the text hold at least three HTML tags, one of them closing, or two of `<br>`, or two entities? A hint for a
/// flag, no parser. O(bytes).
bool looks_like_html(std::string_view text);

/// Are line breaks written out, as a backslash and an n: one behind a stop, or two before no lower-case letter
/// ("C:\new")? O(bytes).
bool has_written_newlines(std::string_view text);

}  // namespace tersely
