/// Finds words that have lost the spaces between them, as some PDF extractors write them.
#pragma once

#include <string_view>

namespace tersely {

/// More than 24 lower-case ASCII letters in a row. Hashes and keys have digits and capitals. O(bytes).
bool has_glued_words(std::string_view piece);

/// Are there ten or more such sequences, and at least one per hundred words? O(bytes).
bool is_glued_text(std::string_view text);

}  // namespace tersely
