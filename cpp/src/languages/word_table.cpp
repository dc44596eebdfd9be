#include "languages/word_table.h"

#include <algorithm>

#include "tersely/error.h"

namespace tersely {
namespace {
constexpr std::size_t max_pool = std::size_t{1} << 24;
}  // namespace

WordTable::WordTable(const std::vector<Entry>& entries) {
  if (entries.empty()) return;
  std::size_t size = 16;
  while (size < 2 * entries.size()) size *= 2;
  slots_.resize(size);
  mask_ = size - 1;
  filter_.resize(size * filter_bits_per_slot / 64);
  filter_mask_ = size * filter_bits_per_slot - 1;
  for (const auto& [word, bits] : entries) {
    if (bits == 0) continue;
    const std::uint32_t hash = hash_of(word);
    filter_[(hash & filter_mask_) / 64] |= std::uint64_t{1} << hash % 64;
    std::size_t at = hash & mask_;
    while (slots_[at].bits != 0 && (slots_[at].hash != hash || word_of(slots_[at]) != word)) at = (at + 1) & mask_;
    Slot& slot = slots_[at];
    if (slot.bits == 0) {
      if (word.size() >= max_size || pool_.size() >= max_pool) throw Error("too many words in a table");
      slot = {0, hash, static_cast<std::uint32_t>(pool_.size() * max_size + word.size())};
      pool_ += word;
    }
    slot.bits |= bits;
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
