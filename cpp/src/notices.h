/// Notices: what a page or a mail says of itself to whoever reads it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "layout.h"
#include "tersely/candidates.h"

namespace tersely {

/// The candidates that are notices, as indices of units, ascending: of cookies, newsletters, sign-up, the rules for comments,
/// rights, licences, how a changelog is kept, confidentiality, printing, the device that sent a mail. A notice stands in
/// one of the first or last paragraphs or beside a line that is no prose, and what it is about is not what the rest of
/// the text is about. O(bytes).
std::vector<std::size_t> find_notices(const Layout& layout, std::span<const Reason> reasons);

}  // namespace tersely
