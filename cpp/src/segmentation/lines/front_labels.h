/// The words that introduce the abstract and the keywords of a paper.
#pragma once

#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"

namespace tersely {

/// Lines that begin with "Abstract" and a dash, colon or full stop begin a paragraph: names and addresses of the
/// authors stand before them. Those that begin with "Keywords" so are `aside`. Only the first 300 lines are looked at.
void mark_front_labels(std::string_view text, std::vector<Line>* lines);

}  // namespace tersely
