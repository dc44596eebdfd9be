/// Whether the lines of a text were wrapped, and at which width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "segmentation/lines/lines.h"
#include "tersely/cancel.h"

namespace tersely {

/// A line break between two lines that could belong to one paragraph. Lengths are code points.
struct Link {
  std::uint32_t length = 0;      // of the first line, with its indentation
  std::uint32_t first_word = 0;  // of the second line
  CodePoint last = 0;            // of the first line
  CodePoint first = 0;           // of the second

  bool ends_sentence() const { return last == '.' || last == '!' || last == '?' || last == ':' || last == ';'; }
  bool lower_after_open_end() const;
};

Link link_between(std::string_view text, const Line& a, const Line& b);
/// The same without its lengths.
Link ends_of(std::string_view text, const Line& a, const Line& b);

/// May the line belong to a paragraph of several lines?
bool may_continue(const Line& line);

/// The number of code points of the line, with its indentation.
std::uint32_t length_of(std::string_view text, const Line& line);

/// Is the line a record, with commas, semicolons or bars that no space follows, or tabs?
bool has_fields(std::string_view line);

/// The widths at which the lines of a text were wrapped, in code points. A text may have several: an abstract above two
/// columns, captions beside the body, a preface in small print.
///
/// The evidence is the *open* links: the first line ends without a stop, and the second continues in lower case. Lines
/// of records (logs, CSV, JSON) have many lengths, or begin with neither a lower-case nor a caseless letter.
class Wrapping {
 public:
  /// For a text whose line breaks end paragraphs.
  Wrapping() = default;
  /// O(bytes).
  Wrapping(std::string_view text, const std::vector<Line>& lines, const Cancel& cancel);

  bool is_wrapped() const noexcept { return width_ > 0; }
  /// The most common width; 0 if the text is not wrapped.
  std::uint32_t width() const noexcept { return width_; }
  /// Were many lines wrapped at other widths?
  bool is_mixed() const noexcept { return is_mixed_; }
  /// The width of the lines around the link whose second line is `line`; 0 if the text is not wrapped.
  std::uint32_t width_at(std::size_t line) const noexcept { return local_.empty() ? width_ : local_[line]; }

 private:
  struct OpenLink;
  void find_local_widths(const std::vector<OpenLink>& open, std::size_t n_lines);

  std::uint32_t width_ = 0;
  bool is_mixed_ = false;
  std::vector<std::uint16_t> local_;  // one per line; empty if it is the same everywhere
};

}  // namespace tersely
