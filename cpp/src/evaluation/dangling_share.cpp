#include <algorithm>
#include <vector>

#include "selection/dangling.h"
#include "tersely/error.h"
#include "tersely/evaluate.h"

namespace tersely {
namespace {

bool refers_back(const AnalysedText& document, std::uint32_t unit) {
  return opening_of(document, unit).kind != Opening::self_contained;
}

}  // namespace

double dangling_share(const Document& document, std::span<const std::uint32_t> units) {
  const AnalysedText& parts = document.parts();
  std::vector<bool> chosen(parts.n_units(), false);
  for (const std::uint32_t unit : units) {
    if (unit >= parts.n_units()) throw Error("there is no unit " + std::to_string(unit));
    chosen[unit] = true;
  }
  const auto n_dangling = std::count_if(units.begin(), units.end(), [&](std::uint32_t unit) {
    const std::uint32_t row = parts.row_of(unit);
    if (row == AnalysedText::no_row) return false;
    const std::optional<std::uint32_t> before = row_before(parts, row);
    return before && !chosen[parts.candidates()[*before]] && refers_back(parts, unit);
  });
  return units.empty() ? 0 : static_cast<double>(n_dangling) / static_cast<double>(units.size());
}

}  // namespace tersely
