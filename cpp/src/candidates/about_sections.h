/// Sections in which a site or a company describes itself, such as "About ACME" at the end of a press release.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "candidates/layout.h"
#include "tersely/reasons.h"

namespace tersely {

/// The candidates of such sections, as ascending indices of units. A section is in the second half of the text. Its
/// title begins with a word like "about", and the first sentence of the section begins with a name of the title, or the
/// title has a web address. O(bytes).
std::vector<std::size_t> find_about_sections(const Layout& layout, std::span<const Reason> reasons);

}  // namespace tersely
