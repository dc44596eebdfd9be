/// Pages with marked titles: READMEs, guides, changelogs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "candidates/candidates.h"
#include "tersely/segmenter.h"

namespace tersely {

/// Are two titles or more marked, by "#" or a line below? O(units).
bool is_marked_page(std::string_view text, std::span<const Unit> units);

/// The first word of the first title of a marked page, often the name of a project.
std::string_view name_of_page(std::string_view text, std::span<const Unit> units);

/// The line without a stop below the first title that says what a page is about, where no sentence does before the next
/// title. `n_words`: one per unit. O(bytes) of what stands before that title.
std::optional<std::size_t> find_tagline(std::string_view text, std::span<const Unit> units,
                                        std::span<const std::uint32_t> n_words);

/// How much a candidate of a marked page counts, one per unit, in (0, 1]. The first
/// sentence of a page says what it is about, and counts most; those below it to the next title count more than others.
/// Links, items, quotations and leftovers of HTML count less, and what stands below titles such as "Installation",
/// "License" or "Contributing". O(bytes).
std::vector<double> weigh_marked_page(std::string_view text, std::span<const Unit> units,
                                      std::span<const Reason> reasons);

}  // namespace tersely
