/// Bare footnote numbers attached to the end of a sentence: "... in a consultation.11 12 Take the example".
#pragma once

#include <cstddef>

#include "segmentation/boundaries/document_context.h"
#include "segmentation/boundaries/lookaround.h"
#include "text/window.h"

namespace tersely {

/// The offset after the footnote numbers that follow the boundary without white space, or the end of the boundary if
/// there are none. They have one to three digits, follow a whole word, a closing bracket or a closing quotation mark,
/// and precede a capital or the end of the paragraph. Nothing that looks like an address, a version or an abbreviation
/// ("Fig.3 Shows") has any. O(1).
std::size_t skip_footnote_numbers(const Window& paragraph, const DocumentContext& document, const Boundary& boundary);

}  // namespace tersely
