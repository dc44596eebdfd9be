#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "languages/word_table.h"

namespace tersely {

/// Collects words for a WordTable in the two folded forms in which they are looked up: callers that fold whole words
/// use the full folding, the segmenter folds single code points. They differ in a few letters only.
class WordForms {
 public:
  /// `word` must outlive the collection. `turkish`: also with i and U+0307, to which the dotted capital I
  /// folds.
  void add(std::string_view word, WordTable::Bits bits, bool turkish = false);
  WordTable table() const { return WordTable(entries_); }

 private:
  void add_form(std::string_view form, std::string_view word, WordTable::Bits bits);

  std::vector<WordTable::Entry> entries_;
  std::deque<std::string> made_;  // the forms that differ from the word
  std::string folded_;
};

}  // namespace tersely
