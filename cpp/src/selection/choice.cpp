#include "selection/choice.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "support/sort_unique.h"
#include "tersely/candidates.h"
#include "tersely/error.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace tersely {

namespace {

using Units = std::vector<std::uint32_t>;

}  // namespace

std::uint32_t row_of(const Document& document, std::uint32_t unit) {
  const auto rows = document.candidates();
  const auto found = std::lower_bound(rows.begin(), rows.end(), unit);
  return found != rows.end() && *found == unit ? static_cast<std::uint32_t>(found - rows.begin()) : no_row;
}

std::vector<std::uint32_t> title_terms(const Document& document, const Options& options, Workspace* workspace) {
  if (options.title && !is_valid_utf8(*options.title)) throw InvalidOption("title", *options.title, "UTF-8");
  return options.title ? document.terms_of(*options.title, workspace) : document.terms_of_leading_heading();
}

bool counts_sentences(const Budget& budget) { return budget.sentences || !budget.any(); }

Options without_limit(Options options, const Document& document) {
  options.budget = {};
  options.budget.sentences = document.n_units();
  return options;
}

Wishes check_wishes(const Document& document, Wishes wishes) {
  const auto sort_and_check = [&](const char* name, Units* units) {
    sort_unique(units);
    for (const std::uint32_t unit : *units) {
      if (unit < document.n_units() && document.reason(unit) != Reason::blank) continue;
      throw InvalidOption(name, std::to_string(unit),
                          "indices of units of the document, from 0 to " + std::to_string(document.n_units() - 1));
    }
  };
  sort_and_check("include", &wishes.include);
  sort_and_check("exclude", &wishes.exclude);
  Units both;
  std::set_intersection(wishes.include.begin(), wishes.include.end(), wishes.exclude.begin(), wishes.exclude.end(),
                        std::back_inserter(both));
  if (!both.empty())
    throw InvalidOption("exclude", std::to_string(both.front()), "a unit that include does not ask for");
  return wishes;
}

std::vector<bool> usable_rows(const Document& document, const Options& options, const Wishes& wishes) {
  if (!options.title && wishes.include.empty() && wishes.exclude.empty()) {
    return std::vector<bool>(document.n_rows(), true);
  }
  std::vector<bool> usable(document.n_rows());
  std::vector<bool> and_no_title(document.n_rows());
  const std::string title = options.title ? collapse_white_space(*options.title) : "";
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    const std::uint32_t unit = document.candidates()[row];
    const auto is_wished = [&](const Units& units) { return std::binary_search(units.begin(), units.end(), unit); };
    usable[row] = !is_wished(wishes.exclude) && !is_wished(wishes.include);
    and_no_title[row] =
        usable[row] && (title.empty() || collapse_white_space(document.unit(unit).span.of(document.text())) != title);
  }
  const auto any = [](const std::vector<bool>& rows) {
    return std::find(rows.begin(), rows.end(), true) != rows.end();
  };
  if (any(and_no_title) || !wishes.include.empty()) return and_no_title;
  if (any(usable)) return usable;  // the title is all there is
  throw InvalidOption("exclude", "[...]", "a list that leaves a candidate to choose");
}

std::vector<std::uint32_t> rank_rows(const std::vector<double>& scores) {
  std::vector<std::uint32_t> rows(scores.size());
  std::iota(rows.begin(), rows.end(), 0u);
  std::sort(rows.begin(), rows.end(),
            [&](std::uint32_t a, std::uint32_t b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
  std::vector<std::uint32_t> ranks(scores.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) ranks[rows[i]] = i + 1;
  return ranks;
}

Places find_places(const Document& document, Order order, const std::vector<std::uint32_t>& ranks) {
  Places places(document.n_units());
  std::iota(places.begin(), places.end(), 0u);
  if (order == Order::document) return places;
  for (std::uint32_t& place : places) place += document.n_rows();
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) places[document.candidates()[row]] = ranks[row] - 1;
  return places;
}

}  // namespace tersely
