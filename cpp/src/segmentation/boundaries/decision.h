/// Decides whether a possible boundary ends its unit: a pure function of the characters around it.
#pragma once

#include "segmentation/boundaries/document_context.h"
#include "segmentation/boundaries/lookaround.h"
#include "text/window.h"

namespace tersely {

/// Is the mark a terminator in its script? Colons, semicolons and word spaces are terminators only in a few.
bool may_end_unit(const Window& paragraph, std::size_t mark, const DocumentContext& document);

/// Does the unit end at the boundary? The first rule of an ordered list that has an answer decides.
bool ends_unit(const Window& paragraph, const Boundary& boundary, const DocumentContext& document);

}  // namespace tersely
