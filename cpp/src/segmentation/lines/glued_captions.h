#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tersely/segmenter.h"

namespace tersely {

/// May the text hold "Table 1", "FIG. 2"? O(bytes), vectorised.
bool may_have_captions(std::string_view text);

/// Splits units before a caption that follows the cells of a table ("5.886 12.8 TABLE I: The values of"), and marks the
/// caption as `aside`. `from`: the first unit to read. O(bytes).
void cut_before_captions(std::string_view text, std::size_t from, std::vector<Unit>* units);

}  // namespace tersely
