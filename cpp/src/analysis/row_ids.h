#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tersely {

/// Collects the ids of a row, each once. Whether an id also occurs in earlier rows is unpredictable, so add() writes it
/// to both lists and advances one of them (branch-free).
class RowIds {
 public:
  /// `most`: the maximum number of ids in one row. Call it first.
  void restart(std::size_t most) {
    old_.resize(std::max(old_.size(), most + 1));
    new_.resize(old_.size());
    n_old_ = n_new_ = 0;
  }

  void add(std::uint32_t id, bool is_new) {
    old_[n_old_] = id;
    new_[n_new_] = id;
    n_old_ += !is_new;
    n_new_ += is_new;
  }

  /// Appends the ids in ascending order. New ids are added in ascending order, and are higher than all others.
  void flush(std::vector<std::uint32_t>* ids) {
    const std::span<std::uint32_t> old = std::span(old_).first(n_old_);
    sort_few(old);
    ids->insert(ids->end(), old.begin(), old.end());
    ids->insert(ids->end(), new_.begin(), new_.begin() + static_cast<std::ptrdiff_t>(n_new_));
    n_old_ = n_new_ = 0;
  }

  std::size_t n_bytes() const { return (old_.capacity() + new_.capacity()) * sizeof(std::uint32_t); }

 private:
  /// Insertion sort, because there are usually few ids.
  static void sort_few(std::span<std::uint32_t> ids) {
    constexpr std::size_t few = 16;
    if (ids.size() > few) return std::sort(ids.begin(), ids.end());
    for (std::size_t i = 1; i < ids.size(); ++i) {
      const std::uint32_t id = ids[i];
      std::size_t at = i;
      for (; at > 0 && ids[at - 1] > id; --at) ids[at] = ids[at - 1];
      ids[at] = id;
    }
  }

  std::vector<std::uint32_t> old_;
  std::vector<std::uint32_t> new_;
  std::size_t n_old_ = 0;
  std::size_t n_new_ = 0;
};

}  // namespace tersely
