#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tersely {

/// The ids of a row, each once. Whether earlier rows have an id too is as good as random: so both places are written,
/// and no branch is guessed wrong.
class RowIds {
 public:
  /// `most`: in one row. Called before anything else.
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

  /// Appends them, ascending: those that earlier rows do not have come so, and are higher than all others.
  void flush(std::vector<std::uint32_t>* ids) {
    const std::span<std::uint32_t> old = std::span(old_).first(n_old_);
    sort_few(old);
    ids->insert(ids->end(), old.begin(), old.end());
    ids->insert(ids->end(), new_.begin(), new_.begin() + static_cast<std::ptrdiff_t>(n_new_));
    n_old_ = n_new_ = 0;
  }

  std::size_t n_bytes() const { return (old_.capacity() + new_.capacity()) * sizeof(std::uint32_t); }

 private:
  /// Sorts ids, of which there are mostly few.
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
