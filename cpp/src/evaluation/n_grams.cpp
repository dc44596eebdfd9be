#include "evaluation/n_grams.h"

#include <algorithm>
#include <vector>

namespace tersely {
namespace {

/// An n-gram as a number: the number of its first n - 1 ids, and its last id. Equal n-grams have equal keys.
using Key = std::uint64_t;
using Keys = std::vector<Key>;
using Ids = std::span<const std::uint32_t>;

/// Replaces keys by their ranks among all keys of both texts.
void shorten_keys(Keys* left, Keys* right) {
  Keys all = *left;
  all.insert(all.end(), right->begin(), right->end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  for (Keys* keys : {left, right}) {
    for (Key& key : *keys) key = static_cast<Key>(std::lower_bound(all.begin(), all.end(), key) - all.begin());
  }
}

/// Makes the keys of n-grams of size `n` from those of size n - 1.
void extend_keys(Ids ids, unsigned n, Keys* keys) {
  if (!keys->empty()) keys->pop_back();
  for (std::size_t i = 0; i < keys->size(); ++i) (*keys)[i] = (*keys)[i] << 32 | ids[i + n - 1];
}

/// Both are sorted.
std::uint64_t count_common(const Keys& left, const Keys& right) {
  std::uint64_t n = 0;
  for (auto i = left.begin(), j = right.begin(); i != left.end() && j != right.end();) {
    if (*i == *j) ++n;
    const bool step_left = *i <= *j;
    const bool step_right = *j <= *i;
    i += step_left ? 1 : 0;
    j += step_right ? 1 : 0;
  }
  return n;
}

}  // namespace

NGramCounts count_n_grams(Ids left_ids, Ids right_ids, unsigned n) {
  Keys left(left_ids.begin(), left_ids.end());
  Keys right(right_ids.begin(), right_ids.end());
  for (unsigned size = 2; size <= n; ++size) {
    if (size > 2) shorten_keys(&left, &right);
    extend_keys(left_ids, size, &left);
    extend_keys(right_ids, size, &right);
  }
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  return {count_common(left, right), left.size(), right.size()};
}

}  // namespace tersely
