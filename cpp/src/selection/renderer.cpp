#include "selection/renderer.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "tersely/summary.h"
#include "text/characters.h"

namespace tersely {
namespace {

bool stands_on_its_own_line(const Unit& unit) {
  return unit.kind == UnitKind::item || unit.kind == UnitKind::turn || unit.kind == UnitKind::code;
}

/// Does the unit end in a full-width stop, apart from closing brackets and quotes?
bool ends_full_width(std::string_view unit) {
  constexpr CodePoint closers[] = {0xff09, 0x300d, 0x300f, 0x3011, 0x300b, 0x3009, 0x201d, 0x2019};
  const auto is_one_of = [](CodePoint c, const auto& set) {
    return std::find(std::begin(set), std::end(set), c) != std::end(set);
  };
  for (std::size_t end = unit.size(); end > 0;) {
    const CodePoint c = previous_code_point(unit, &end);
    if (characters::is_full_width_stop(c)) return true;
    if (!is_one_of(c, closers)) return false;
  }
  return false;
}

}  // namespace

std::string print_cut(std::string_view text) { return print_unit(text) + "\u2026"; }

std::string_view Renderer::separator(std::uint32_t before, std::uint32_t after) const {
  const Unit& first = document_.unit(before);
  if (document_.sources().size() > 1 && document_.source_of_unit(before) != document_.source_of_unit(after)) {
    return "\n";
  }
  if (stands_on_its_own_line(first) || stands_on_its_own_line(document_.unit(after))) return "\n";
  return ends_full_width(first.span.of(document_.text())) ? "" : " ";
}

std::string Renderer::join(std::span<const std::uint32_t> units, const std::optional<Beginning>& cut) const {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0) text += separator(units[i - 1], units[i]);
    text += cut && cut->unit == units[i] ? print_cut(cut->span.of(source_)) : unit(units[i]);
  }
  return text;
}

std::string Renderer::whole() const {
  if (document_.n_units() == 0) return "";
  if (document_.segmented()) return whole_sources();
  std::vector<std::uint32_t> units;
  for (std::uint32_t unit = 0; unit < document_.n_units(); ++unit) {
    if (document_.reason(unit) != Reason::blank) units.push_back(unit);
  }
  return join(units);
}

std::string Renderer::whole_sources() const {
  std::string text;
  for (const Source& source : document_.sources()) {
    if (source.units.size() == 0) continue;
    if (!text.empty()) text += "\n\n";
    const Span all{document_.unit(source.units.begin).span.begin, document_.unit(source.units.end - 1).span.end};
    text += all.of(source_);
  }
  return text;
}

}  // namespace tersely
