/// Notices: what a page or a mail says about itself to its readers.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "candidates/layout.h"
#include "tersely/reasons.h"

namespace tersely {

/// The candidates that are notices, as ascending indices of units: notices about cookies, newsletters, sign-up, rules
/// for comments, rights, licences, the format of a changelog, confidentiality, printing. A notice is in one of the
/// first two or last three paragraphs or beside a line that is not prose, and the rest of the text is about something
/// else. O(bytes).
std::vector<std::size_t> find_notices(const Layout& layout, std::span<const Reason> reasons);

}  // namespace tersely
