#include "segmentation/boundaries/decision.h"

#include "segmentation/boundaries/rules.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

/// "वह घर गया |": a bar written for a danda, in Devanagari or Bengali. The paragraph must end with a bar or danda and
/// must not be a table row.
bool is_bar_for_danda(const Window& paragraph, std::size_t mark) {
  const CodePoint last = paragraph.before(before_space(paragraph, paragraph.end()));
  const CodePoint before = paragraph.before(before_space(paragraph, mark));
  const bool indic = before >= 0x900 && before <= 0x9ff;
  return indic && (last == '|' || is_danda(last)) && paragraph.at(paragraph.begin()) != '|';
}

/// 「はい」「いいえ」: a paragraph that consists of quotations without stops.
bool is_between_quotations(const Window& paragraph, std::size_t mark) {
  const std::size_t next = paragraph.skip_space(paragraph.after(mark));
  if (paragraph.at(next) != 0x300c || paragraph.at(paragraph.begin()) != 0x300c) return false;
  return paragraph.before(before_space(paragraph, paragraph.end())) == 0x300d;
}

}  // namespace

bool may_end_unit(const Window& paragraph, std::size_t mark, const DocumentContext& document) {
  const CodePoint c = paragraph.at(mark);
  const CodePoint previous = paragraph.before(mark);
  switch (c) {
    case ':': {
      const bool closes = previous == 0xbb || previous == ')' || previous == 0x55e || previous == 0x55c;
      return is_armenian(previous) || (closes && document.is("hy"));
    }
    case ';':
    case 0x37e:
      return is_greek(previous) || (document.is("el") && previous != no_code_point && !is_space(previous));
    case '|':
      return is_bar_for_danda(paragraph, mark);
    case 0x300d:
      return is_between_quotations(paragraph, mark);
    case 0x1361:
      return paragraph.second_at(mark) == 0x1361;  // a doubled Ethiopic word space
    default:
      return is_terminator(c);
  }
}

bool ends_unit(const Window& paragraph, const Boundary& boundary, const DocumentContext& document) {
  const BoundaryContext context{paragraph, boundary, document};
  if (const std::optional<bool> answer = apply_common_rules(context)) return *answer;
  const bool stop_mark = boundary.has_stop_mark || boundary.first == ';' || boundary.first == 0x37e;
  return stop_mark ? apply_stop_mark_rules(context) : apply_full_stop_rules(context);
}

}  // namespace tersely
