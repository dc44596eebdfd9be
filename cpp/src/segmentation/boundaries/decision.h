/// Does a candidate end its unit? A pure function of the characters around it.
#pragma once

#include "segmentation/boundaries/document_context.h"
#include "segmentation/boundaries/lookaround.h"
#include "text/window.h"

namespace tersely {

/// Colons, semicolons and word spaces end sentences in a few scripts only: is this one of them, or another terminator?
bool may_end_unit(const Window& paragraph, std::size_t mark, const DocumentContext& document);

/// The decision about one candidate: the first of an ordered list of rules that has an answer.
bool ends_unit(const Window& paragraph, const Boundary& boundary, const DocumentContext& document);

}  // namespace tersely
