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

/// Are two or more titles marked, by "#" or by a line below? O(units).
bool is_marked_page(std::string_view text, std::span<const Unit> units);

/// The first word of the first title of a marked page, which is often the name of a project.
std::string_view name_of_page(std::string_view text, std::span<const Unit> units);

/// The line without a stop below the first title that says what a page is about, if no sentence does so before the next
/// title. `n_words`: one per unit. O(bytes) of the text before that title.
std::optional<std::size_t> find_tagline(std::string_view text, std::span<const Unit> units,
                                        std::span<const std::uint32_t> n_words);

/// The weight of each unit of a marked page, in (0, 1]. The first sentence of a page says what it is about, and has the
/// highest weight. The sentences after it up to the next title have a higher weight than others. Links, items,
/// quotations, leftovers of HTML, and text below titles such as "Installation", "License" or "Contributing" have a
/// lower weight. O(bytes).
std::vector<double> weigh_marked_page(std::string_view text, std::span<const Unit> units,
                                      std::span<const Reason> reasons);

}  // namespace tersely
