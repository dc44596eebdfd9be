/// Markup left inside a line of text: marks that close after the stop of a sentence, and line breaks that are written
/// out. Every function is O(1).
#pragma once

#include <cstddef>

#include "segmentation/boundaries/document_context.h"
#include "text/window.h"

namespace tersely {

/// The end of one closing mark at `at`: `</b>`, `<sup>1</sup>`, `**`, "`", or the target of a link ("](address)") whose
/// text has just ended. `at` if there is none.
std::size_t skip_closing_markup(const Window& paragraph, std::size_t at);

/// The end of a quotation mark written as an entity (`&quot;`), or `at`.
std::size_t skip_quote_entity(const Window& paragraph, std::size_t at);

/// The end of an opening tag (`<b>`), or of a quotation mark or space written as an entity, or `at`.
std::size_t skip_opening_markup(const Window& paragraph, std::size_t at);

struct WrittenBreaks {
  std::size_t end = 0;  // after the last one; the start of the search if there is none
  bool breaks = false;  // a line ends there or a block (`<p>`) begins; false: only spaces
};

/// A sequence of `<br>`, `</p>`, `<n>`, `\n`, `\r\n` and `&nbsp;`, with white space before and between them.
/// `after_stop`: a sentence ends before it, so a lower-case word may follow `\n`.
WrittenBreaks skip_written_breaks(const Window& paragraph, std::size_t at, const DocumentContext& document,
                                  bool after_stop);

}  // namespace tersely
