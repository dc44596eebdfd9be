#include "paragraph_cutter.h"

#include <algorithm>
#include <array>

#include "characters.h"
#include "inline_lists.h"
#include "lookaround.h"
#include "quotes.h"
#include "thai.h"

namespace tersely {
namespace {

using namespace characters;

enum class ByteClass : std::uint8_t { ordinary, stop, colon, lead };

constexpr std::array<ByteClass, 256> make_byte_classes() {
  std::array<ByteClass, 256> table{};
  for (const char c : {'.', '!', '?'}) table[static_cast<std::size_t>(c)] = ByteClass::stop;
  for (const char c : {':', ';'}) table[static_cast<std::size_t>(c)] = ByteClass::colon;
  for (const int lead : {0xc2, 0xcd, 0xd6, 0xd8, 0xdb, 0xdc, 0xdf, 0xe0, 0xe1, 0xe2, 0xe3, 0xea, 0xef, 0xf0}) {
    table[static_cast<std::size_t>(lead)] = ByteClass::lead;
  }
  return table;
}
/// Bytes that are, or begin, a terminator or a bullet. Most letters of most scripts begin with none of them.
constexpr auto byte_classes = make_byte_classes();

bool is_candidate(CodePoint c) { return is_terminator(c) || is_bullet(c) || c == 0x37e || c == 0x1361; }

/// Colons and semicolons end sentences in Armenian and Greek only: behind a letter beyond ASCII, or a closer.
bool may_precede_colon(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte >= 0x80 || is_closer(byte);
}

/// The next place at or behind `from` that may end a unit.
std::size_t find_candidate(const Window& paragraph, std::size_t from) {
  const std::string_view text = paragraph.slice(0, paragraph.end());
  for (std::size_t at = from; at < text.size(); ++at) {
    switch (byte_classes[static_cast<std::uint8_t>(text[at])]) {
      case ByteClass::ordinary: break;
      case ByteClass::stop: return at;
      case ByteClass::colon:
        if (at > paragraph.begin() && may_precede_colon(text[at - 1])) return at;
        break;
      case ByteClass::lead:
        if (is_candidate(paragraph.at(at))) return at;
        break;
    }
  }
  return text.size();
}

}  // namespace

ParagraphCutter::ParagraphCutter(std::string_view text, const DocumentContext& document,
                                 const SegmenterOptions& options, const Cancel& cancel, std::vector<Unit>* units)
    : document_(document), options_(options), cancel_(cancel), units_(units), thai_or_lao_(has_thai_or_lao(text)) {}

void ParagraphCutter::cut(const Window& paragraph, std::size_t content) {
  items_.clear();
  quotations_.clear();
  next_item_ = next_quotation_ = 0;
  unit_begin_ = paragraph.begin();
  content_ = content;
  find_inline_items(paragraph, &items_);
  if (options_.keep_quotes) find_quotations(paragraph, &quotations_);
  const bool bulleted = is_bullet(paragraph.at(paragraph.begin()));
  for (std::size_t at = content; at < paragraph.end();) {
    if (++candidates_ % 1024 == 0) cancel_.check();
    const std::size_t mark = find_candidate(paragraph, at);
    cut_before_items(paragraph, mark);
    if (mark >= paragraph.end()) break;
    at = is_bullet(paragraph.at(mark)) ? cut_before_bullet(paragraph, mark, bulleted) : cut_at(paragraph, mark);
  }
  add(paragraph, paragraph.end(), false);
}

/// Ends the unit at `end`; Thai and Lao ones may be several.
void ParagraphCutter::add(const Window& paragraph, std::size_t end, bool terminated) {
  if (!thai_or_lao_) return append(paragraph, end, terminated);
  spaces_.clear();
  const std::uint32_t rest = find_thai_ends(Window(paragraph.slice(0, end), unit_begin_, end), &spaces_);
  for (const std::size_t space : spaces_) {
    append(paragraph, space, true);
    unit_begin_ = paragraph.skip_space(space);
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

/// Ends the unit at the candidate if it is one. Returns where to look on.
std::size_t ParagraphCutter::cut_at(const Window& paragraph, std::size_t mark) {
  if (!may_end_unit(paragraph, mark, document_)) return paragraph.after(mark);
  const Boundary boundary = look_around(paragraph, unit_begin_, mark);
  if (boundary.end > unit_begin_ && ends_unit(paragraph, boundary, document_) && !inside_quotation(boundary)) {
    add(paragraph, boundary.end, true);
    unit_begin_ = boundary.next;
  }
  return std::max(boundary.end, paragraph.after(mark));
}

std::size_t ParagraphCutter::cut_before_bullet(const Window& paragraph, std::size_t bullet, bool bulleted) {
  if (bulleted && bullet > unit_begin_ && is_space(paragraph.before(bullet))) {
    add(paragraph, bullet, false);
    unit_begin_ = bullet;
    content_ = paragraph.skip_space(paragraph.after(bullet));
  }
  return paragraph.after(bullet);
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

bool ParagraphCutter::inside_quotation(const Boundary& boundary) {
  while (next_quotation_ < quotations_.size() && quotations_[next_quotation_].end < boundary.end) ++next_quotation_;
  return next_quotation_ < quotations_.size() && quotations_[next_quotation_].begin < boundary.mark;
}

}  // namespace tersely
