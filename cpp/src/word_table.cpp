#include "word_table.h"

#include <algorithm>

namespace tersely {

WordTable::WordTable(std::vector<Entry> entries) {
  if (entries.empty()) return;
  std::sort(entries.begin(), entries.end());
  std::size_t size = 16;
  while (size < 2 * entries.size()) size *= 2;
  slots_.resize(size);
  mask_ = size - 1;
  for (std::size_t i = 0; i < entries.size();) {
    const std::string& word = entries[i].first;
    Slot added{hash_of(word), static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(word.size()), 0};
    pool_ += word;
    for (; i < entries.size() && entries[i].first == word_of(added); ++i) added.bits |= entries[i].second;
    if (added.bits == 0) continue;
    std::size_t at = added.hash & mask_;
    while (slots_[at].bits != 0) at = (at + 1) & mask_;
    slots_[at] = added;
  }
}

std::vector<std::string_view> WordTable::words_with(Bits bits) const {
  std::vector<std::string_view> words;
  for (const Slot& slot : slots_) {
    if ((slot.bits & bits) != 0) words.push_back(word_of(slot));
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace tersely
