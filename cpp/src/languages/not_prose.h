#pragma once

#include <cstddef>
#include <string_view>

#include "tersely/text.h"

namespace tersely {

/// The end of the markup or code that begins with the ASCII character at `at`: a tag or comment of HTML, an entity,
/// code in backticks or in a tag, the description of an image of Markdown, or the address of a link. `at` if there is
/// none. Looks ahead a few kilobytes at most, or to the next "<".
std::size_t skip_markup(std::string_view text, std::size_t at);

/// The end of the URL or mail address that begins with this word of ASCII letters. The end of the word if it is none.
/// `word` must end before the text does.
std::size_t skip_address(std::string_view text, Span word);

}  // namespace tersely
