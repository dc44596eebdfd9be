/// Finds the concepts of a document in other texts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/analysed_text.h"
#include "analysis/pair_ids.h"
#include "tersely/workspace.h"

namespace tersely {

class ConceptFinder {
 public:
  /// Borrows the document. O(words).
  explicit ConceptFinder(const AnalysedText& document);

  /// The concepts of the document that a sentence of another text has, ascending. O(bytes).
  std::vector<std::uint32_t> find(std::string_view sentence, Workspace* workspace) const;

 private:
  const AnalysedText& document_;
  PairIds pairs_;
};

}  // namespace tersely
