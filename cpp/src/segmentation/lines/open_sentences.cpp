#include "segmentation/lines/open_sentences.h"

#include <algorithm>

#include "text/characters.h"

namespace tersely {

using namespace characters;

OpenSentences::OpenSentences(std::string_view text, const std::vector<Line>& lines, const Wrapping& wrapping,
                             bool has_capitals, std::vector<Unit>* units)
    : text_(text),
      lines_(lines),
      wrapping_(wrapping),
      has_capitals_(has_capitals),
      units_(units),
      has_pages_(std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.after_page; })) {}

/// Headings are short, and introductions end in a colon.
bool OpenSentences::ends_open(const LineRange& range) const {
  const Line& line = lines_[range.last - 1];
  if (Window(text_, line.first, line.last).before(line.last) == ':') return false;
  if (range.last - range.first > 1) return true;
  const double length = count_code_points(line.of(text_));
  return length >= .75 * static_cast<double>(wrapping_.width_at(range.first)) &&
         line.of(text_).find(' ') != std::string_view::npos;
}

bool OpenSentences::is_second_half(const Line& line, const Unit& unit) const {
  constexpr std::size_t reach = 40;  // lines
  const auto place = static_cast<std::size_t>(&line - lines_.data());
  const bool near = open_ != none && place - open_line_ <= reach;
  if (unit.kind != UnitKind::sentence && unit.kind != UnitKind::fragment && unit.kind != UnitKind::heading)
    return false;
  const CodePoint first = Window(text_, unit.span.begin, unit.span.end).at(unit.span.begin);
  if (is_lower(first)) return (wrapping_.is_wrapped() || (near && page_ended_)) && has_capitals_;
  return wrapping_.is_wrapped() && near && page_ended_ && line.role == LineRole::text && is_upper(first);
}

void OpenSentences::add(const LineRange& range, std::size_t from) {
  if (!wrapping_.is_wrapped() && !has_pages_) return;
  const Line& line = lines_[range.first];
  page_ended_ = page_ended_ || line.after_page || line.role == LineRole::heading;
  if (line.role == LineRole::code || line.role == LineRole::heading || from == units_->size()) return;
  const bool second = is_second_half(line, (*units_)[from]);
  if (second) {
    (*units_)[from].partial = true;
    if (open_ != none) (*units_)[open_].partial = true;
  }
  const Unit& last = units_->back();
  // The head of the new page says nothing about the sentence.
  if (line.after_page && open_ != none && !last.terminated && !second) return;
  const bool terminated = units_->size() - from > 1 || last.terminated;
  if (!last.terminated && (ends_open(range) || !wrapping_.is_wrapped())) {
    open_ = units_->size() - 1;
    open_line_ = range.last - 1;
    page_ended_ = false;
  } else if (terminated || second) {
    open_ = none;
    page_ended_ = false;
  }
}

}  // namespace tersely
