#include "segmentation/boundaries/paragraph_cutter.h"

#include <algorithm>
#include <array>

#include "segmentation/boundaries/inline_lists.h"
#include "segmentation/boundaries/inline_markup.h"
#include "segmentation/boundaries/lookaround.h"
#include "segmentation/boundaries/quotes.h"
#include "segmentation/boundaries/thai.h"
#include "text/characters.h"

namespace tersely {

using namespace characters;

ParagraphCutter::ParagraphCutter(std::string_view text, const DocumentContext& document,
                                 const SegmenterOptions& options, const std::vector<Span>& protected_spans,
                                 const Cancel& cancel, std::vector<Unit>* units)
    : document_(document),
      options_(options),
      protected_(protected_spans),
      cancel_(cancel),
      units_(units),
      finder_(BoundaryFinder::get()),
      thai_or_lao_(has_thai_or_lao(text)) {}

void ParagraphCutter::cut(const Window& paragraph, std::size_t content) {
  quotations_.clear();
  next_quotation_ = 0;
  unit_begin_ = paragraph.begin();
  content_ = content;
  items_searched_to_ = paragraph.begin();
  find_items(paragraph);
  if (options_.keep_quotes) find_quotations(paragraph, cancel_, &quotations_);
  const bool bulleted = is_bullet(paragraph.at(paragraph.begin()));
  for (std::size_t at = content; at < paragraph.end();) {
    cancel_.check_at(visited_++);
    const std::size_t mark = finder_.find(paragraph, at);
    cut_before_items(paragraph, mark);
    if (mark >= paragraph.end()) break;
    at = is_bullet(paragraph.at(mark)) ? cut_before_bullet(paragraph, mark, bulleted) : cut_at(paragraph, mark);
  }
  add(paragraph, paragraph.end(), false);
}

/// Ends the unit at `end`. In Thai and Lao it may become several units.
void ParagraphCutter::add(const Window& paragraph, std::size_t end, bool terminated) {
  // Check each unit: pages in other languages may have one Thai word, in a menu of languages.
  if (!thai_or_lao_ || !has_thai_or_lao(paragraph.slice(unit_begin_, end))) return append(paragraph, end, terminated);
  spaces_.clear();
  const std::uint32_t rest = find_thai_ends(Window(paragraph.slice(0, end), unit_begin_, end), &spaces_);
  for (const std::size_t space : spaces_) {
    append(paragraph, space, true);
    unit_begin_ = paragraph.skip_space_and_invisible(space);
  }
  append(paragraph, end, terminated || rest >= min_thai_sentence);
}

void ParagraphCutter::append(const Window& paragraph, std::size_t end, bool terminated) {
  const std::size_t trimmed = paragraph.trim_end(unit_begin_, end);
  if (trimmed <= unit_begin_) return;
  Unit& unit = units_->emplace_back();
  unit.span = {static_cast<std::uint32_t>(unit_begin_), static_cast<std::uint32_t>(trimmed)};
  unit.content = static_cast<std::uint32_t>(std::clamp(content_, unit_begin_, trimmed));
  unit.terminated = terminated;
}

/// Ends the unit at `mark` if that is a boundary. Returns the offset from which to continue.
std::size_t ParagraphCutter::cut_at(const Window& paragraph, std::size_t mark) {
  if (const std::size_t end = protected_end(mark); end > mark) return std::min(end, paragraph.end());
  const CodePoint c = paragraph.at(mark);
  if (c == '<' || c == '\\') return cut_at_written_break(paragraph, mark);
  if (!may_end_unit(paragraph, mark, document_)) return paragraph.after(mark);
  Boundary boundary = look_around(paragraph, document_, unit_begin_, mark);
  extend_over_references(paragraph, &boundary);
  if (boundary.end > unit_begin_ && ends_unit(paragraph, boundary, document_) && !inside_quotation(boundary)) {
    add(paragraph, boundary.end, true);
    unit_begin_ = boundary.next;
    if (next_item_ == items_.size()) find_items(paragraph);
  }
  return std::max(boundary.end, paragraph.after(mark));
}

/// A heading before <br>: the break belongs to what precedes it, or, at the start of a unit, to what follows.
std::size_t ParagraphCutter::cut_at_written_break(const Window& paragraph, std::size_t at) {
  const WrittenBreaks found = skip_written_breaks(paragraph, at, document_, false);
  if (found.breaks && at > unit_begin_ && found.end < paragraph.end()) {
    add(paragraph, found.end, false);
    unit_begin_ = paragraph.skip_space_and_invisible(found.end);
  }
  return std::max(found.end, paragraph.after(at));
}

std::size_t ParagraphCutter::cut_before_bullet(const Window& paragraph, std::size_t bullet, bool bulleted) {
  if (bulleted && bullet > unit_begin_ && is_space(paragraph.before(bullet))) {
    add(paragraph, bullet, false);
    unit_begin_ = bullet;
    content_ = paragraph.skip_space(paragraph.after(bullet));
  }
  return paragraph.after(bullet);
}

/// A list may begin with any unit, except where an earlier search found no second item.
void ParagraphCutter::find_items(const Window& paragraph) {
  items_.clear();
  next_item_ = 0;
  if (unit_begin_ < items_searched_to_) return;
  items_searched_to_ = find_inline_items(paragraph, unit_begin_, &items_);
  if (!items_.empty()) content_ = std::max(content_, skip_inline_marker(paragraph, unit_begin_));
}

void ParagraphCutter::cut_before_items(const Window& paragraph, std::size_t mark) {
  for (; next_item_ < items_.size() && items_[next_item_] <= mark; ++next_item_) {
    const std::size_t item = items_[next_item_];
    if (item <= unit_begin_) continue;
    add(paragraph, item, false);
    unit_begin_ = item;
    content_ = skip_inline_marker(paragraph, item);
  }
}

/// The end of the protected span around the mark, or the mark.
std::size_t ParagraphCutter::protected_end(std::size_t mark) {
  while (next_protected_ < protected_.size() && protected_[next_protected_].end <= mark) ++next_protected_;
  const bool inside = next_protected_ < protected_.size() && protected_[next_protected_].begin < mark;
  return inside ? protected_[next_protected_].end : mark;
}

/// "A dam.<ref>...</ref> It": like a footnote mark, the reference belongs to the sentence before it.
void ParagraphCutter::extend_over_references(const Window& paragraph, Boundary* boundary) const {
  bool extended = false;
  for (std::size_t i = next_protected_; i < protected_.size() && protected_[i].begin == boundary->end; ++i) {
    if (!paragraph.starts_with(boundary->end, "<ref") || protected_[i].end > paragraph.end()) break;
    boundary->end = protected_[i].end;
    extended = true;
  }
  if (!extended) return;
  boundary->next = boundary->word = paragraph.skip_space(boundary->end);
  boundary->spaced = boundary->next > boundary->end;
  boundary->following = boundary->initial = paragraph.at(boundary->next);
  boundary->opened = boundary->dashed = false;
}

bool ParagraphCutter::inside_quotation(const Boundary& boundary) {
  while (next_quotation_ < quotations_.size() && quotations_[next_quotation_].end < boundary.end) ++next_quotation_;
  return next_quotation_ < quotations_.size() && quotations_[next_quotation_].begin < boundary.mark;
}

}  // namespace tersely
