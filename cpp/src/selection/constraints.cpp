#include "selection/constraints.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

#include "support/sort_unique.h"
#include "tersely/error.h"
#include "text/white_space.h"

namespace tersely {
namespace {

using Units = std::vector<std::uint32_t>;

}  // namespace

Constraints check_constraints(const AnalysedText& document, Constraints constraints) {
  const auto sort_and_check = [&](const char* name, Units* units) {
    sort_unique(units);
    for (const std::uint32_t unit : *units) {
      if (unit < document.n_units() && document.reason(unit) != Reason::blank) continue;
      const std::uint32_t n = document.n_units();
      throw InvalidOption(name, std::to_string(unit),
                          n == 0 ? "left out, because the text is blank"
                                 : "indices of units of the document, from 0 to " + std::to_string(n - 1));
    }
  };
  sort_and_check("include", &constraints.include);
  sort_and_check("exclude", &constraints.exclude);
  Units both;
  std::set_intersection(constraints.include.begin(), constraints.include.end(), constraints.exclude.begin(),
                        constraints.exclude.end(), std::back_inserter(both));
  if (!both.empty())
    throw InvalidOption("exclude", std::to_string(both.front()), "a unit that include does not ask for");
  return constraints;
}

std::vector<bool> allowed_rows(const AnalysedText& document, const Options& options, const Constraints& constraints) {
  if (!options.title && constraints.include.empty() && constraints.exclude.empty()) {
    std::vector<bool> all(document.n_rows(), true);
    return all;
  }
  std::vector<bool> allowed(document.n_rows());
  std::vector<bool> and_no_title(document.n_rows());
  const std::string title = options.title ? collapse_white_space(*options.title) : "";
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    const std::uint32_t unit = document.candidates()[row];
    const auto is_listed = [&](const Units& units) { return std::binary_search(units.begin(), units.end(), unit); };
    allowed[row] = !is_listed(constraints.exclude) && !is_listed(constraints.include);
    and_no_title[row] =
        allowed[row] && (title.empty() || collapse_white_space(document.unit(unit).span.of(document.text())) != title);
  }
  const auto any = [](const std::vector<bool>& rows) {
    return std::find(rows.begin(), rows.end(), true) != rows.end();
  };
  if (any(and_no_title) || !constraints.include.empty()) return and_no_title;
  if (any(allowed)) return allowed;  // there is nothing but the title
  throw InvalidOption("exclude", "[...]", "a list that leaves a candidate to choose");
}

}  // namespace tersely
