#pragma once

#include <string_view>
#include <vector>

#include "segmentation/boundaries/document_context.h"
#include "segmentation/lines/lines.h"
#include "segmentation/lines/wrapping.h"

namespace tersely {

/// Finds lines that hold two columns side by side, as some PDF extractors write them. No span of the text is a sentence
/// that runs over such lines. The evidence is a word divided in the middle of a line ("the con- ation of"), a gap
/// between two columns, or a sentence that begins in the middle of a double line without the end of another before it.
/// If three of twenty lines have one of these, the long lines between them count too, and so do lines across a gutter.
class DoubleColumns {
 public:
  /// O(bytes).
  DoubleColumns(std::string_view text, const std::vector<Line>& lines, const Wrapping& wrapping,
                const DocumentContext& document);

  /// May the unit be halves of sentences of two columns? Call it in ascending order.
  bool divides(const Unit& unit);
  bool any() const noexcept { return !is_double_.empty(); }

 private:
  void mark(const std::vector<std::size_t>& evidence, const std::vector<std::size_t>& long_lines, std::size_t twice);

  const std::vector<Line>& lines_;
  std::size_t n_long_proofs_ = 0;
  bool all_double_ = false;      // divided words are so frequent that one classifies the lines around it
  std::vector<bool> is_double_;  // empty if no line is
  std::size_t line_ = 0;
};

}  // namespace tersely
