#pragma once

#include <string_view>
#include <vector>

#include "segmentation/boundaries/decision.h"
#include "tersely/cancel.h"
#include "tersely/segmenter.h"

namespace tersely {

/// Splits units that are too long to be chosen as one, such as transcripts without punctuation: more than 100 words
/// without a full stop, more than 250 with one. Pieces of about 25 words end at ; : – or a comma, else before a word
/// that often begins sentences, else anywhere between words; they are of kind `fragment`. Looks at units [from, size).
void split_long_units(std::string_view text, const DocumentContext& document, std::size_t from,
                      std::vector<Unit>* units, const Cancel& cancel);

}  // namespace tersely
