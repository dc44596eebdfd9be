/// Notices: what a page or a mail says of itself to whoever reads it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "candidates/layout.h"
#include "tersely/reasons.h"

namespace tersely {

/// The candidates that are notices, as indices of units, ascending: of cookies, newsletters, sign-up, rules for
/// comments, rights, licences, how a changelog is kept, confidentiality, printing. A notice stands in one of the first
/// two or last three paragraphs or beside a line that is no prose, and is not what the rest of the text is about.
/// O(bytes).
std::vector<std::size_t> find_notices(const Layout& layout, std::span<const Reason> reasons);

}  // namespace tersely
