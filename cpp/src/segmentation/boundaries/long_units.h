#pragma once

#include <string_view>
#include <vector>

#include "segmentation/boundaries/decision.h"
#include "tersely/cancel.h"
#include "tersely/segmenter.h"

namespace tersely {

/// Splits units that are too long to be chosen whole, such as transcripts without punctuation: those of more than 100
/// words without a full stop, or more than 250 with one. The pieces have about 25 words and the kind `fragment`. They
/// end at ; : – or a comma, else before a word that often begins sentences, else between any two words. Processes units
/// [from, size).
void split_long_units(std::string_view text, const DocumentContext& document, std::size_t from,
                      std::vector<Unit>* units, const Cancel& cancel);

}  // namespace tersely
