/// Finds line breaks inside sentences in texts that have too few wrapped lines for a common width: a chunk of two
/// lines, a paragraph of a mail among lists, the first lines of a README.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"
#include "tersely/language.h"

namespace tersely {

/// A block is a run of lines of text without blank lines between. Its lines were wrapped if
///  - the first word of each did not fit on the line before, since the longest line shows the width;
///  - no line is too long, too short, or a record;
///  - at half of the breaks that follow no stop, the sentence visibly goes on: the next line begins in lower case, or
///    the line ends in a function word, or a word or two and a full stop remain;
///  - the last line ends in a stop, or another in a function word.
/// In a text without capitals, as of a chat, nothing is known to go on. Headings, verses, lists, menus, addresses and
/// records fail at least one of these.
class WrappedBlocks {
 public:
  WrappedBlocks(std::string_view text, const std::vector<Line>& lines, const Language& language)
      : text_(text), lines_(lines), language_(language) {}

  /// Does line `i` > 0 go on with the sentence of the line before it? Call it in ascending order. O(bytes) for all
  /// lines together; O(1) for a line after a stop.
  bool goes_on(std::size_t i);

 private:
  bool may_go_on(std::size_t i) const;
  void judge(std::size_t first);
  bool is_wrapped(std::size_t first, std::size_t last);
  // Of the break after line k: does the sentence go on?
  bool ends_in_function_word(std::size_t k) const;
  bool continues_in_lower_case(std::size_t k) const;
  bool has_short_rest(std::size_t k) const;
  bool has_capitals();

  std::string_view text_;
  const std::vector<Line>& lines_;
  const Language& language_;
  std::size_t judged_ = 0;            // the end of the last block that was judged
  std::size_t wrapped_ = 0;           // the end of its wrapped lines
  std::optional<bool> has_capitals_;  // has the text any? Found on the first call
};

}  // namespace tersely
