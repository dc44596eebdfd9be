/// Splits a column of texts into a column of their units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "tersely/columns/result_column.h"

namespace tersely {

/// The type of one unit, as an array without rows: a string (text), or struct<text, start, end, kind, paragraph>
/// (structure).
ArrayData unit_type(ColumnOutput output);

/// Appends the units of `text` to an array of unit_type(output). `offsets`: the begin and end of each unit, in the unit
/// that the caller counts.
void append_units(std::string_view text, const std::vector<Unit>& units, const std::vector<std::uint32_t>& offsets,
                  ColumnOutput output, ArrayData* array);

/// The begin and end of each unit, in `unit`. O(bytes).
std::vector<std::uint32_t> unit_offsets(std::string_view text, const std::vector<Unit>& units, OffsetUnit unit);

/// Splits a column on many cores. The result has one list of units per text, in order. A missing text gives a null, and
/// so does one that fails; a blank one gives an empty list. Arguments, memory and threads are as in summarize_column.
ColumnResult split_column(const BatchInput& input, const Options& options, ColumnOutput output, unsigned threads,
                          bool stop_at_failure, const std::function<void(std::size_t done)>& wait);

}  // namespace tersely
