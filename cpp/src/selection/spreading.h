/// Factors on the gains of rows: in conversations, where most of what is said carries little and what matters is said
/// in all of their parts, and in pages whose titles and steps tell what matters.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysed_text.h"
#include "tersely/options.h"

namespace tersely {

/// One per row, in (0, 1]. In a transcript of 50 turns or more, a row with fewer than three content words, or without
/// terminal punctuation, counts half. In a shorter one, a row with fewer than three content words counts .3, and one
/// without a number .75. Elsewhere: see AnalysedText::factor().
std::vector<double> row_factors(const AnalysedText& document);

/// Are the picks spread? In transcripts, unless the caller says how positions count.
bool spreads(const AnalysedText& document, Position position);

/// After the pick of row j, row i counts 1 - .5 max(0, 1 - |i - j| / (n / 8)) of what it did. O(rows).
void spread(std::uint32_t picked, std::vector<double>* factors);

/// Later picks are not spread: there are enough in every part, and long summaries stay linear.
inline constexpr std::uint32_t max_spread_picks = 100;

}  // namespace tersely
