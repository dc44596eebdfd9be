/// Citations by author and year: "(Maillard et al. 2004; Gürkan & Rasio 2005)", "[Greene and Rubin, 1971]".
#pragma once

#include <string_view>
#include <vector>

#include "tersely/text.h"

namespace tersely {

/// The insides of the brackets that cite, ascending; of "Kim and Li (1998)" it is the year. Empty if there are fewer
/// than five that name authors: a few brackets with a name and a year are no citations ("(Oslo, 1994)"). A citation has
/// at most 1,000 bytes, ends in a year from 1800 on ("1971", "1971b"), and has no more words in lower case than words
/// with a capital. O(bytes).
std::vector<Span> find_author_years(std::string_view text);

}  // namespace tersely
