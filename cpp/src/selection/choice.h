/// What choosing and explaining a choice share: who may be chosen, and what is derived from document and options.
#pragma once

#include <cstdint>
#include <vector>

#include "selection/budget.h"
#include "tersely/document.h"
#include "tersely/options.h"
#include "tersely/summarizer.h"

namespace tersely {

constexpr std::uint32_t no_row = UINT32_MAX;

/// The row of a unit, or no_row.
std::uint32_t row_of(const Document& document, std::uint32_t unit);

/// Ids of the terms of the title, or of a leading heading.
std::vector<std::uint32_t> title_terms(const Document& document, const Options& options, Workspace* workspace);

/// Does every sentence cost something of its own?
bool counts_sentences(const Budget& budget);

/// The same options with one budget, which is never filled, and by which sentences are counted.
Options without_limit(Options options, const Document& document);

/// Sorted, each once, all of the document, none in both. Throws InvalidOption.
Wishes check_wishes(const Document& document, Wishes wishes);

/// Rows that may be chosen: not excluded, not included already, and not the title. Throws InvalidOption where nothing
/// is left. `wishes`: checked.
std::vector<bool> usable_rows(const Document& document, const Options& options, const Wishes& wishes);

/// 1 for the highest score, ties to the earlier row. `scores`: one per row.
std::vector<std::uint32_t> rank_rows(const std::vector<double>& scores);

/// One per unit. `ranks`: one per row.
Places find_places(const Document& document, Order order, const std::vector<std::uint32_t>& ranks);

}  // namespace tersely
