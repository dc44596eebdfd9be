#include "candidates/seen_texts.h"

#include <algorithm>

#include "support/hash_seed.h"
#include "text/byte_words.h"

namespace tersely {

bool SeenTexts::add(std::string_view text) {
  if (whole_) return add_whole(text);
  const std::uint64_t mark = mark_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (mark >> 32) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Seen& seen = texts_[slots_[slot] - 1];
    if (seen.mark != mark) continue;
    if (seen.text == text) return true;
    if (++n_alike_ > most_alike) {
      whole_.emplace();
      for (const Seen& known : texts_) whole_->intern(known.text);
      return add_whole(text);
    }
  }
  texts_.push_back({mark, text});
  slots_[slot] = static_cast<std::uint32_t>(texts_.size());
  return false;
}

/// A hash of the size, the first and the last 8 bytes, and 8 in the middle.
std::uint64_t SeenTexts::mark_of(std::string_view text) {
  std::array<char, 24> bytes{};
  const std::size_t size = text.size();
  if (size <= bytes.size()) {
    std::copy(text.begin(), text.end(), bytes.begin());
  } else {
    std::copy_n(text.data(), 8, bytes.data());
    std::copy_n(text.data() + size / 2, 8, bytes.data() + 8);
    std::copy_n(text.data() + size - 8, 8, bytes.data() + 16);
  }
  std::uint64_t mark = hash_seed() ^ size;
  for (std::size_t i = 0; i < bytes.size(); i += 8) {
    mark = (mark ^ load_bytes(bytes.data() + i)) * 0xd6e8feb86659fd93u;
    mark ^= mark >> 32;
  }
  return mark;
}

bool SeenTexts::add_whole(std::string_view text) {
  const std::uint32_t known = whole_->size();
  return whole_->intern(text) < known;
}

}  // namespace tersely
