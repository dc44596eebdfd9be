#include "tersely/summary.h"

#include <array>
#include <optional>

#include "selection/renderer.h"

namespace tersely {

std::string_view to_string(Status status) {
  static constexpr std::array<std::string_view, 6> names = {"ok",          "whole_text", "all_candidates",
                                                            "over_budget", "cut",        "empty"};
  return names[static_cast<std::size_t>(status)];
}

std::string print(const Document& document, std::string_view source, const Summary& summary) {
  const Renderer renderer(document.parts(), source);
  if (summary.status == Status::whole_text) return renderer.whole();
  std::vector<std::uint32_t> units;
  units.reserve(summary.sentences.size());
  std::optional<Beginning> cut;
  for (const Chosen& chosen : summary.sentences) {
    units.push_back(chosen.unit);
    if (chosen.cut) cut = {chosen.unit, chosen.span};
  }
  return renderer.join(units, cut);
}

}  // namespace tersely
