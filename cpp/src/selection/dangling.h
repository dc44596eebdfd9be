/// Sentences whose first words refer to a sentence that is not selected.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/analysed_text.h"
#include "languages/openings.h"
#include "tersely/options.h"

namespace tersely {

/// The first words of a unit, after a label or list marker.
Openings::Found opening_of(const AnalysedText& document, std::uint32_t unit);

/// The row before this one; none if it is the first of its source, or if a heading stands between them.
std::optional<std::uint32_t> row_before(const AnalysedText& document, std::uint32_t row);

/// The rows that begin with a pronoun or connective, and whether the row before them is picked. The factors .5 and .8,
/// and the length of a chain, were chosen on six sets of texts in three languages.
class Dangling {
 public:
  /// O(units), plus the beginnings of the candidates; O(1) for Coherence::none.
  Dangling(const AnalysedText& document, Coherence coherence);

  void pick(std::uint32_t row);
  /// Multiplies the gain of a row: below 1 while it dangles.
  double factor(std::uint32_t row) const { return dangles(row) ? factors_[row] : 1; }
  /// The row that dangles until this one is picked.
  std::optional<std::uint32_t> raised_by(std::uint32_t row) const;
  /// The rows before this one, in the order of the text, that a row refers to directly or over others; at most two.
  /// Only for Coherence::full.
  std::vector<std::uint32_t> needed_by(std::uint32_t row) const;

 private:
  bool dangles(std::uint32_t row) const { return !factors_.empty() && factors_[row] < 1 && !picked_[row - 1]; }

  bool brings_rows_;
  std::vector<double> factors_;  // one per row, while it dangles; empty for Coherence::none
  std::vector<bool> picked_;
};

}  // namespace tersely
