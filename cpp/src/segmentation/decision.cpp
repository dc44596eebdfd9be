#include "segmentation/decision.h"

#include "characters.h"
#include "segmentation/rules.h"

namespace tersely {

using namespace characters;

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
    case 0x1361:
      return paragraph.second_at(mark) == 0x1361;  // the Ethiopic word space, doubled
    default:
      return is_terminator(c);
  }
}

bool ends_unit(const Window& paragraph, const Boundary& boundary, const DocumentContext& document) {
  const Candidate candidate{paragraph, boundary, document};
  if (const std::optional<bool> answer = apply_common_rules(candidate)) return *answer;
  const bool stop_mark = boundary.has_stop_mark || boundary.first == ';' || boundary.first == 0x37e;
  return stop_mark ? apply_stop_mark_rules(candidate) : apply_full_stop_rules(candidate);
}

}  // namespace tersely
