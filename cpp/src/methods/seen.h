/// Update summaries: what a reader has already seen weighs less.
#pragma once

#include "analysis/analysed_text.h"
#include "methods/concept_weights.h"
#include "tersely/summarizer.h"

namespace tersely {

/// Takes from the weight of each concept what the reader knows of it: all of it if a sentence that was read has it; if
/// documents that were seen have it, the share a / (a + b), where a is the evidence for it in these documents and b
/// that in `document`, as weigh_concepts() sums it without a query. O(words of all documents).
void discount_seen(const AnalysedText& document, const Seen& seen, Position position, Workspace* workspace,
                   const Cancel& cancel, ConceptWeights* weights);

}  // namespace tersely
