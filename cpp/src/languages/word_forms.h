#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "languages/word_table.h"

namespace tersely {

/// Collects words for a WordTable in the forms they are looked up by: folded fully, by callers that fold whole words,
/// and by single code points, in the segmenter (the same but for a few letters).
class WordForms {
 public:
  /// `word` must outlive the collection. `turkish`: also with the i and U+0307 that the dotted capital folds to.
  void add(std::string_view word, WordTable::Bits bits, bool turkish = false);
  WordTable table() const { return WordTable(entries_); }

 private:
  void add_form(std::string_view form, std::string_view word, WordTable::Bits bits);

  std::vector<WordTable::Entry> entries_;
  std::deque<std::string> made_;  // the forms that differ from the word
  std::string folded_;
};

}  // namespace tersely
