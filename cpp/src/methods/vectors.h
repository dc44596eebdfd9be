/// Reads the vectors that a caller gives in place of TF-IDF rows; see Options::vectors for what they do.
#pragma once

#include <optional>
#include <vector>

#include "analysis/analysed_text.h"
#include "linear/vector_rows.h"
#include "tersely/cancel.h"
#include "tersely/options.h"

namespace tersely {

/// The vectors as rows of length 1; none if none were given. Throws InvalidOption (vectors) if there is not one finite
/// row for each row of the document. O(numbers).
std::optional<VectorRows> read_vectors(const AnalysedText& document, const std::optional<DenseRows>& vectors);

/// The votes of the vectors, which replace those of the document. O(numbers).
std::vector<double> votes_by(const DenseRows& vectors, const AnalysedText& document, const Cancel& cancel);

}  // namespace tersely
