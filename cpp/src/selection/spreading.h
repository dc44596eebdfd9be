/// Factors on the gains of rows: for conversations, where most sentences carry little meaning and every part matters,
/// and for pages whose titles and steps show what matters.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/analysed_text.h"
#include "tersely/options.h"

namespace tersely {

/// One per row, in [0, 1], by its source. In a transcript of 50 turns or more, a row with fewer than three content
/// words, or without terminal punctuation, has .5. In a shorter one, a row with fewer than three content words has .3,
/// and one without a number .75. A question has half of that. In all texts, these are multiplied by
/// AnalysedText::factor(). `relevance`: empty, or one number per row, in [0, 1], by which the factors are multiplied.
std::vector<double> row_factors(const AnalysedText& document, std::span<const double> relevance);

/// Are picks spread over the text? In transcripts, unless the caller sets how positions count. If there are several
/// sources, only picks of transcripts are.
bool spreads(const AnalysedText& document, Position position);

/// After the pick of row j of a transcript, multiplies the factor of each row i of the same source by 1 - .5 max(0, 1 -
/// |i - j| / (n / 8)), where n is the number of its rows. O(rows).
void spread(const AnalysedText& document, std::uint32_t picked, std::vector<double>* factors);

/// Later picks are not spread: every part has enough by then, and long summaries stay linear.
inline constexpr std::uint32_t max_spread_picks = 100;

}  // namespace tersely
