/// Bare footnote numbers that are glued to the end of a sentence: "... in a consultation.11 12 Take the example".
#pragma once

#include <cstddef>

#include "segmentation/boundaries/document_context.h"
#include "segmentation/boundaries/lookaround.h"
#include "text/window.h"

namespace tersely {

/// Behind the footnote numbers that follow the boundary without white space, or its end if there are none. Numbers of
/// one to three digits count behind a whole word, a closing bracket or a closing quotation mark, if a capital or the
/// end of the paragraph follows them; what looks like an address, a version or an abbreviation ("Fig.3 Shows") has
/// none. Bounded.
std::size_t skip_footnote_numbers(const Window& paragraph, const DocumentContext& document, const Boundary& boundary);

}  // namespace tersely
