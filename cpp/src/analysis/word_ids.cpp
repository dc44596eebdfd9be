#include "analysis/word_ids.h"

namespace tersely {
namespace {

bool is_packable(std::string_view word) {
  return word.size() <= PackedWord::max_size && word.find('\0') == std::string_view::npos;
}

PackedWord pack(std::string_view word) { return {word, {0, static_cast<std::uint32_t>(word.size())}}; }

}  // namespace

std::uint32_t WordIds::intern(std::string_view word) {
  if (is_packable(word)) return intern(pack(word));
  const std::uint32_t id = long_words_.intern(word);
  if (id == long_ids_.size()) {
    long_ids_.push_back(size());
    words_.emplace_back();
  }
  return long_ids_[id];
}

std::uint32_t WordIds::find(std::string_view word) const {
  if (is_packable(word)) {
    const std::uint32_t next_id = slots_[slot_of(pack(word))];
    return next_id == 0 ? not_found : next_id - 1;
  }
  const std::uint32_t id = long_words_.find(word);
  return id == Interner::not_found ? not_found : long_ids_[id];
}

void WordIds::grow() {
  std::vector<std::uint32_t> old(2 * slots_.size());
  old.swap(slots_);
  for (const std::uint32_t next_id : old) {
    if (next_id != 0) slots_[slot_of(words_[next_id - 1])] = next_id;
  }
}

}  // namespace tersely
