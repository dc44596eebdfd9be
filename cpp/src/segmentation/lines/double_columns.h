#pragma once

#include <string_view>
#include <vector>

#include "segmentation/boundaries/document_context.h"
#include "segmentation/lines/lines.h"
#include "segmentation/lines/wrapping.h"

namespace tersely {

/// Lines that hold two columns side by side, as some extractors of PDF write them: no span of the text is a sentence
/// that runs over such lines. What tells them is a word divided in the middle of a line ("the con- ation of"), a gap
/// between two columns, or a sentence that begins in the middle of a double line without an end before it; where three
/// of twenty lines have one of these, the long lines between them count too. So do lines across a gutter.
class DoubleColumns {
 public:
  /// O(bytes).
  DoubleColumns(std::string_view text, const std::vector<Line>& lines, const Wrapping& wrapping,
                const DocumentContext& document);

  /// May the unit be halves of sentences of two columns? To be asked in ascending order.
  bool divides(const Unit& unit);
  bool any() const noexcept { return !is_double_.empty(); }

 private:
  void mark(const std::vector<std::size_t>& evidence, const std::vector<std::size_t>& long_lines, std::size_t twice);

  const std::vector<Line>& lines_;
  std::size_t n_long_proofs_ = 0;
  bool all_double_ = false;      // divided words are so frequent that one tells what the lines around are
  std::vector<bool> is_double_;  // empty if no line is
  std::size_t line_ = 0;
};

}  // namespace tersely
