#include "analysis/transcript.h"

namespace tersely {

Turns count_turns(std::span<const Unit> units) {
  Turns turns;
  std::uint32_t paragraphs = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == UnitKind::code || (i > 0 && units[i].paragraph == units[i - 1].paragraph)) continue;
    ++paragraphs;
    turns.n += units[i].kind == UnitKind::turn ? 1u : 0u;
  }
  turns.prevail = turns.n > 0 && 2 * turns.n >= paragraphs;
  return turns;
}

}  // namespace tersely
