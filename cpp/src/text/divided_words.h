/// Words that hyphens or soft hyphens divide: "con-" at the end of a line and "vective" on the next are one word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tersely/text.h"

namespace tersely {

/// May the text hold words divided by soft hyphens (U+00AD, or U+FFFE as some extractors write them)? O(bytes).
bool has_soft_hyphens(std::string_view text);

/// Joins neighbours among `words` (ascending) if only a hyphen and the end of a line, or a soft hyphen, is between them
/// and the second begins in lower case. O(words).
void join_divided_words(std::string_view text, std::vector<Span>* words);

/// False only if `undivided` changes nothing.
bool may_be_divided(std::string_view word);

/// The word without the hyphens and line ends that divide it.
std::string undivided(std::string_view word);

}  // namespace tersely
