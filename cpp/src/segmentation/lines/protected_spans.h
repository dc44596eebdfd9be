/// Commands of LaTeX (`\footnote{...}`), templates, links and references of wikitext. No sentence ends inside them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"
#include "tersely/cancel.h"
#include "tersely/text.h"

namespace tersely {

/// The spans, ascending and disjoint. A bracket that is not closed soon, or not in the same paragraph, gives no span.
/// O(bytes), vectorised for texts without such marks.
std::vector<Span> find_protected_spans(std::string_view text, const Cancel& cancel);

/// Sets `code` for lines that hold only protected spans, and for blocks between \begin and \end that do not hold prose.
/// Sets `heading` for \section{...} and == Title ==.
void mark_commands(std::string_view text, const std::vector<Span>& spans, std::vector<Line>* lines);

}  // namespace tersely
