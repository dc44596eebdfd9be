#include "evaluation/longest_common.h"

#include <algorithm>
#include <bit>
#include <string>

#include "tersely/error.h"

namespace tersely {
namespace {

using Block = std::uint64_t;

/// The textbook's table entry: in how many of the first `column` columns the length grows.
std::uint64_t length_at(std::span<const Block> row, std::size_t column) {
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < column / 64; ++i) length += static_cast<std::uint64_t>(std::popcount(~row[i]));
  const std::size_t rest = column % 64;
  if (rest > 0) length += static_cast<std::uint64_t>(std::popcount(~row[column / 64] & ((Block{1} << rest) - 1)));
  return length;
}

bool grows_at(std::span<const Block> row, std::size_t column) { return (row[column / 64] >> column % 64 & 1) == 0; }

}  // namespace

std::uint64_t LongestCommon::length(Ids a, Ids b) {
  start(b);
  WorkMeter meter(cancel_);
  for (const std::uint32_t id : a) {
    advance(id, row_);
    meter.add(n_blocks_);
  }
  end(b);
  return length_at(row_, b.size());
}

void LongestCommon::mark(Ids a, Ids b, std::vector<bool>* is_common) {
  start(b);
  fill_table(a, b);
  end(b);
  walk_back(a, b, is_common);
}

void LongestCommon::start(Ids b) {
  n_blocks_ = (b.size() + block_bits - 1) / block_bits;
  row_.assign(n_blocks_, ~Block{0});
  equal_.assign(n_blocks_, 0);
  before_.resize(b.size());
  for (std::uint32_t column = 0; column < b.size(); ++column) {
    before_[column] = last_of_[b[column]];
    last_of_[b[column]] = column;
  }
}

void LongestCommon::end(Ids b) {
  for (const std::uint32_t id : b) last_of_[id] = none;
}

void LongestCommon::advance(std::uint32_t id, std::span<Block> row) {
  const std::uint32_t last = last_of_[id];
  if (last == none) return;
  for (std::uint32_t column = last; column != none; column = before_[column]) {
    equal_[column / block_bits] |= Block{1} << column % block_bits;
  }
  Block carry = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Block before = row[i];
    const Block both = before & equal_[i];
    const Block sum = before + both;
    const Block sum_with_carry = sum + carry;
    carry = static_cast<Block>(sum < before) | static_cast<Block>(sum_with_carry < sum);
    row[i] = sum_with_carry | (before & ~equal_[i]);
    equal_[i] = 0;
  }
}

void LongestCommon::fill_table(Ids a, Ids b) {
  if (n_blocks_ > 0 && (a.size() + 1) > max_table_bytes / sizeof(Block) / n_blocks_) {
    throw LimitExceeded("rougeLsum compares lines, and two of " + std::to_string(a.size()) + " and " +
                        std::to_string(b.size()) + " words are too long for it; put each sentence on a line");
  }
  table_.clear();
  table_.reserve((a.size() + 1) * n_blocks_);
  table_.insert(table_.end(), row_.begin(), row_.end());
  WorkMeter meter(cancel_);
  for (const std::uint32_t id : a) {
    advance(id, row_);
    table_.insert(table_.end(), row_.begin(), row_.end());
    meter.add(n_blocks_);
  }
}

void LongestCommon::walk_back(Ids a, Ids b, std::vector<bool>* is_common) const {
  std::size_t i = a.size();
  std::size_t j = b.size();
  std::uint64_t here = length_at(table_row(i), j);
  WorkMeter meter(cancel_);
  while (i > 0 && j > 0 && here > 0) {
    meter.add(n_blocks_);
    if (a[i - 1] == b[j - 1]) {
      (*is_common)[--i] = true;
      --j;
      --here;
    } else if (!grows_at(table_row(i), j - 1) && length_at(table_row(i - 1), j) < here) {
      --j;
    } else {
      --i;
      here = length_at(table_row(i), j);
    }
  }
}

}  // namespace tersely
