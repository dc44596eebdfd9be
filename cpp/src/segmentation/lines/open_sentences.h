#pragma once

#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"
#include "segmentation/lines/wrapping.h"

namespace tersely {

/// Marks the halves of sentences of printed texts. If the end of a page, a figure or a formula divides a sentence, no
/// span holds it alone. A paragraph that begins in lower case is a second half. A paragraph after an unfinished
/// sentence and the end of a page is one whatever its case.
class OpenSentences {
 public:
  /// `has_capitals`: the text is not all in lower case.
  OpenSentences(std::string_view text, const std::vector<Line>& lines, const Wrapping& wrapping, bool has_capitals,
                std::vector<Unit>* units);

  /// The units from `from` on are those of the next paragraph.
  void add(const LineRange& range, std::size_t from);

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  bool ends_open(const LineRange& range) const;
  bool is_second_half(const Line& line, const Unit& unit) const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  const Wrapping& wrapping_;
  const bool has_capitals_;
  std::vector<Unit>* units_;
  bool has_pages_ = false;
  std::size_t open_ = none;  // the unit whose sentence may continue
  std::size_t open_line_ = 0;
  bool page_ended_ = false;  // since then
};

}  // namespace tersely
