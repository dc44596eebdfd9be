/// Words that have lost the spaces between them, as some extractors of PDF write them.
#pragma once

#include <string_view>

namespace tersely {

/// More than 24 small letters of ASCII in a row. Hashes and keys have digits and capitals. O(bytes).
bool has_glued_words(std::string_view piece);

/// Are there ten or more, and is one of a hundred words such a row? O(bytes).
bool is_glued_text(std::string_view text);

}  // namespace tersely
