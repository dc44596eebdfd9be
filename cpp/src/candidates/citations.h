/// Citations: sentences that only name a case, a statute or a page.
#pragma once

#include <cstdint>
#include <string_view>

#include "languages/phrase_table.h"

namespace tersely {

/// "Harmon v. Pike, 290 U.S. 112, 118 (1911).", "See also id. at 119.", "318 F.3d 44 (2003)." Apart from the words in
/// brackets, a citation has hardly any word in lower case. It begins with a signal such as "see", or has a sign of a
/// citation: "v.", a section mark, a year in brackets at the end. `phrases`: the signals are among them. O(bytes) of a
/// short sentence or one that ends in a number or bracket, else O(1).
bool is_citation(std::string_view sentence, std::uint32_t n_words, const PhraseTable& phrases);

/// Has the sentence a number, but no word in lower case: "Decided January 9, 2025.", "Pp. 5-13."? O(bytes).
bool is_bare(std::string_view sentence);

}  // namespace tersely
