#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tersely/cancel.h"

namespace tersely {

/// Longest common subsequences of two sequences of ids: rows of `a`, columns of `b`. Bit-parallel (Hyyro 2004): a row
/// of the textbook's table is one bit per column, which tells whether the length grows there. Keeps its memory from
/// call to call.
class LongestCommon {
 public:
  using Ids = std::span<const std::uint32_t>;

  /// `n_ids`: all ids are below it.
  LongestCommon(std::uint32_t n_ids, const Cancel& cancel) : last_of_(n_ids, none), cancel_(cancel) {}

  /// The length. O(rows * columns / 64), and a step for each pair of equal ids.
  std::uint64_t length(Ids a, Ids b);

  /// Sets is_common[i] for each i such that a[i] belongs to the subsequence that the textbook finds when it walks back
  /// from the end of its table: along equal ids; otherwise left if that is strictly better than up. Throws
  /// LimitExceeded if the table would need more than 512 MiB. Costs as much as length().
  void mark(Ids a, Ids b, std::vector<bool>* is_common);

  static constexpr std::size_t max_table_bytes = std::size_t{512} << 20;

 private:
  using Block = std::uint64_t;
  static constexpr std::size_t block_bits = 64;
  static constexpr std::uint32_t none = UINT32_MAX;

  void start(Ids b);
  void end(Ids b);
  /// Computes the row below `row` for the id, in place.
  void advance(std::uint32_t id, std::span<Block> row);
  void fill_table(Ids a, Ids b);
  void walk_back(Ids a, Ids b, std::vector<bool>* is_common) const;
  std::span<const Block> table_row(std::size_t i) const { return std::span(table_).subspan(i * n_blocks_, n_blocks_); }

  // The columns that hold an id, from the last one backward.
  std::vector<std::uint32_t> last_of_;  // by id
  std::vector<std::uint32_t> before_;   // by column
  std::vector<Block> equal_;            // the columns that hold the id of the current row
  std::vector<Block> row_;              // a 0 where the length grows
  std::vector<Block> table_;            // all rows
  std::size_t n_blocks_ = 0;
  const Cancel& cancel_;
};

}  // namespace tersely
