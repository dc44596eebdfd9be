#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/pair_ids.h"
#include "analysis/row_ids.h"
#include "analysis/row_keys.h"
#include "tersely/text.h"

namespace tersely {

/// Memory reused from one text to the next. What it holds never affects results: each user begins with restart(),
/// assign() or clear().
struct Scratch {
  static constexpr std::size_t max_kept = std::size_t{8} << 20;  // bytes kept between two texts

  std::vector<Span> spans;  // the words of a unit
  PairIds pairs;
  RowKeys row_keys;
  RowIds row_ids;
  std::vector<std::uint32_t> last_rows;    // per term: the last row that has it
  std::vector<std::uint32_t> term_counts;  // per term: its count in that row
  std::vector<std::uint32_t> pair_ids;     // per row: ascending, each once
  std::vector<std::uint32_t> pair_offsets;

  std::size_t n_bytes() const {
    std::size_t n_ids = 0;
    for (const auto* ids : {&last_rows, &term_counts, &pair_ids, &pair_offsets}) n_ids += ids->capacity();
    return spans.capacity() * sizeof(Span) + pairs.n_bytes() + row_keys.n_bytes() + row_ids.n_bytes() +
           n_ids * sizeof(std::uint32_t);
  }
};

}  // namespace tersely
