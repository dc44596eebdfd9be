#include "segmentation/lines/glued_captions.h"

#include "segmentation/lines/captions.h"
#include "text/byte_scan.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "text/window.h"

namespace tersely {
namespace {

using namespace characters;

constexpr auto may_begin_caption = [](ByteBlock first, ByteBlock second, ByteBlock third) {
  const ByteBlock lower_second = second.with(0x20);
  const ByteBlock lower_third = third.with(0x20);
  return (first.equals('T') & lower_second.equals('a') & lower_third.equals('b')) |
         (first.equals('F') & lower_second.equals('i') & lower_third.equals('g'));
};

/// Do at least a third of the tokens have digits, like the cells of a table?
bool has_numbers(std::string_view cells) {
  std::size_t tokens = 0;
  std::size_t numbers = 0;
  bool inside = false;
  bool digit = false;
  for (std::size_t at = 0; at < cells.size();) {
    const CodePoint c = decode(cells, &at);
    const bool space = is_space(c);
    if (!space && !inside) {
      ++tokens;
      digit = false;
    }
    if (!space && !digit && is_ascii_digit(c)) {
      digit = true;
      ++numbers;
    }
    inside = !space;
  }
  return tokens > 0 && 3 * numbers >= tokens;
}

constexpr std::size_t least_caption = 20;  // bytes: a mention like "Suppl. Fig. S2." is shorter

/// The offset where a caption begins after the cells of a table, or the end of the unit.
std::size_t find_caption(std::string_view text, const Unit& unit) {
  const std::string_view shown = text.substr(0, unit.span.end);
  const Window window(text, unit.span.begin, unit.span.end);
  for (std::size_t at = find_bytes<3>(shown, unit.content, may_begin_caption); at + least_caption < shown.size();
       at = find_bytes<3>(shown, at + 1, may_begin_caption)) {
    if (!is_space(window.before(at))) continue;
    if (is_labelled_caption(shown.substr(at)) && has_numbers(shown.substr(unit.content, at - unit.content))) return at;
  }
  return unit.span.end;
}

}  // namespace

bool may_have_captions(std::string_view text) { return find_bytes<3>(text, 0, may_begin_caption) < text.size(); }

void cut_before_captions(std::string_view text, std::size_t from, std::vector<Unit>* units) {
  for (std::size_t i = from; i < units->size(); ++i) {
    const Unit unit = (*units)[i];
    if (unit.kind == UnitKind::code) continue;
    const std::size_t caption = find_caption(text, unit);
    if (caption >= unit.span.end) continue;
    Unit& cells = (*units)[i];
    cells.span.end =
        static_cast<std::uint32_t>(Window(text, unit.span.begin, caption).trim_end(unit.span.begin, caption));
    cells.kind = UnitKind::heading;
    cells.terminated = false;
    Unit rest = unit;
    rest.span.begin = rest.content = static_cast<std::uint32_t>(caption);
    rest.aside = true;
    units->insert(units->begin() + static_cast<std::ptrdiff_t>(i + 1), rest);
    ++i;
  }
}

}  // namespace tersely
