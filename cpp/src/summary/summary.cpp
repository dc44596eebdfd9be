#include "tersely/summary.h"

#include <array>

#include "summary/printer.h"

namespace tersely {

std::string_view to_string(Status status) {
  static constexpr std::array<std::string_view, 6> names = {"ok",          "whole_text", "all_candidates",
                                                            "over_budget", "cut",        "empty"};
  return names[static_cast<std::size_t>(status)];
}

std::string print(const Document& document, std::string_view source, const Summary& summary) {
  const Printer printer(document, source);
  if (summary.status == Status::whole_text) return printer.whole();
  if (summary.status == Status::cut) return printer.span(summary.sentences.front().span);
  std::vector<std::uint32_t> units;
  units.reserve(summary.sentences.size());
  for (const Chosen& chosen : summary.sentences) units.push_back(chosen.unit);
  return printer.join(units);
}

}  // namespace tersely
