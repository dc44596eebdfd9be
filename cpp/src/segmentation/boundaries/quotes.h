#pragma once

#include <vector>

#include "tersely/text.h"
#include "text/window.h"

namespace tersely {

/// Quotations and brackets of a paragraph that close within 800 code points, ascending and disjoint, without their
/// closing mark. O(bytes), times the limit where marks that open never close.
void find_quotations(const Window& paragraph, std::vector<Span>* quotations);

}  // namespace tersely
