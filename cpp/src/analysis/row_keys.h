#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "analysis/analyzer.h"

namespace tersely {

/// Reads the words of a row for index_terms(): the keys of the terms, and pairs of keys, in order.
class RowKeys {
 public:
  /// `most`: the maximum number of words in one row. Call it first.
  void restart(std::size_t most) {
    terms_.resize(std::max(terms_.size(), most + 1));
    pairs_.resize(terms_.size());
  }

  /// Branch-free, because stop words are unpredictable: see RowIds.
  void read(const Words& words, std::uint32_t unit) {
    n_terms_ = n_pairs_ = 0;
    Words::Form before{0, Words::Role::stop_word};
    bool is_first = true;
    for (const Word& word : words.of_unit(unit)) {
      const Words::Form form = words.form(word);
      terms_[n_terms_] = form.key;
      n_terms_ += !form.is_stop();
      pairs_[n_pairs_] = {before.key, form.key};
      const bool is_pair = !is_first & Words::is_pair(before, form);
      n_pairs_ += is_pair;
      before = form;
      is_first = false;
    }
  }
  std::span<const std::uint32_t> terms() const { return std::span(terms_).first(n_terms_); }
  std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs() const { return std::span(pairs_).first(n_pairs_); }

  std::size_t n_bytes() const {
    return terms_.capacity() * sizeof(std::uint32_t) + pairs_.capacity() * sizeof(pairs_[0]);
  }

 private:
  std::vector<std::uint32_t> terms_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
  std::size_t n_terms_ = 0;
  std::size_t n_pairs_ = 0;
};

}  // namespace tersely
