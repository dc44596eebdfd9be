#pragma once

#include <vector>

#include "tersely/cancel.h"
#include "tersely/text.h"
#include "text/window.h"

namespace tersely {

/// Finds the quotations and brackets of a paragraph that close within 800 code points, ascending and disjoint, without
/// their closing mark. O(bytes), times that limit in the worst case, where opening marks never close.
void find_quotations(const Window& paragraph, const Cancel& cancel, std::vector<Span>* quotations);

}  // namespace tersely
