/// Who says what in transcripts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/source.h"
#include "support/interner.h"

namespace tersely {

/// The labels of turns ("Anna:", "[10:01] bob:"), which are not among the words of the text.
class Speakers {
 public:
  /// Only turns of transcripts have labels. All rows of a turn have its label. O(units + bytes of the labels).
  Speakers(std::string_view text, std::span<const Unit> units, std::span<const Source> sources,
           std::span<const std::uint32_t> candidates, const Words& words, Workspace* workspace);

  /// The label of a row's turn; empty if it has none.
  Span label(std::uint32_t row) const { return labels_.empty() ? Span{} : labels_[row]; }
  /// The rows whose label holds a word with this key, ascending. Numbers are times, and are not found.
  std::span<const std::uint32_t> rows(std::string_view key) const;

 private:
  std::vector<Span> labels_;  // one per row, or empty if no row has a label
  Interner keys_;
  std::vector<std::vector<std::uint32_t>> rows_;  // of each key
};

}  // namespace tersely
