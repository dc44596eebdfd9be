/// Commands of LaTeX (`\footnote{...}`), templates, links and references of wikitext: no sentence ends inside them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"
#include "tersely/cancel.h"
#include "tersely/text.h"

namespace tersely {

/// Ascending and disjoint. None where a bracket is not closed soon, or in the same paragraph. O(bytes), and a look at
/// each step of bytes where the text has no such mark.
std::vector<Span> find_protected_spans(std::string_view text, const Cancel& cancel);

/// Sets `code` for lines of nothing but protected spans, and for blocks between \begin and \end of what is no prose;
/// `heading` for \section{...} and == Title ==.
void mark_commands(std::string_view text, const std::vector<Span>& spans, std::vector<Line>* lines);

}  // namespace tersely
