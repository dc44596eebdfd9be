#include "topics.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

#include "characters.h"
#include "icu.h"

namespace tersely {
namespace {

struct Stem {
  std::string text;  // folded, at least two bytes
  std::uint32_t topic = 0;
  bool whole = false;  // it ends a word
};

std::size_t first_bytes(std::string_view text) {
  return static_cast<std::size_t>(static_cast<unsigned char>(text[0])) * 256 + static_cast<unsigned char>(text[1]);
}

bool ends_word(std::string_view folded, std::size_t at) {
  return at >= folded.size() || !is_alnum(next_code_point(folded, &at));
}

/// All stems, by their first two bytes: most words of a text begin like none of them. Built at the first call.
class StemIndex {
 public:
  static const StemIndex& get() {
    static const StemIndex index;
    return index;
  }

  /// The topics of the stems that a folded text begins with.
  std::uint32_t topics_of(std::string_view folded) const {
    if (folded.size() < 2 || !begins_[first_bytes(folded)]) return 0;
    std::uint32_t topics = 0;
    const auto [begin, end] = std::equal_range(stems_.begin(), stems_.end(), folded, by_first_bytes);
    for (auto stem = begin; stem != end; ++stem) {
      if (!folded.starts_with(stem->text)) continue;
      if (!stem->whole || ends_word(folded, stem->text.size())) topics |= stem->topic;
    }
    return topics;
  }

 private:
  struct ByFirstBytes {
    bool operator()(const Stem& a, const Stem& b) const { return first_bytes(a.text) < first_bytes(b.text); }
    bool operator()(const Stem& a, std::string_view b) const { return first_bytes(a.text) < first_bytes(b); }
    bool operator()(std::string_view a, const Stem& b) const { return first_bytes(a) < first_bytes(b.text); }
  };
  static constexpr ByFirstBytes by_first_bytes{};

  StemIndex() {
    for (const NoticeWords& words : notice_words) {
      for (std::size_t at = 0; at < words.stems.size();) {
        const std::size_t end = std::min(words.stems.find(' ', at), words.stems.size());
        if (end > at) add(words.stems.substr(at, end - at), words.topic);
        at = end + 1;
      }
    }
    std::stable_sort(stems_.begin(), stems_.end(), by_first_bytes);
    for (const Stem& stem : stems_) begins_[first_bytes(stem.text)] = true;
  }

  void add(std::string_view written, std::uint32_t topic) {
    Stem stem;
    stem.whole = written.back() == '$';
    stem.topic = topic;
    stem.text = fold(written.substr(0, written.size() - (stem.whole ? 1 : 0)));
    for (char& c : stem.text) c = c == '_' ? ' ' : c;
    stems_.push_back(stem);
  }

  std::vector<Stem> stems_;  // by their first two bytes
  std::bitset<256 * 256> begins_;
};

constexpr bool in_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

Topics TopicFinder::find(std::string_view piece) {
  fold(piece, &folded_);
  const StemIndex& index = StemIndex::get();
  const std::string_view folded = folded_;
  Topics topics;
  bool inside = false;
  bool first = true;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    bool starts = false;
    if (static_cast<unsigned char>(folded[at]) < 0x80) {
      const bool in_word = in_ascii_word(folded[at++]);
      starts = in_word && !inside;
      inside = in_word;
    } else {
      const CodePoint c = next_code_point(folded, &at);
      const bool in_word = is_alnum(c) || is_mark(c);
      starts = in_word && (!inside || characters::is_han_or_kana(c));
      inside = in_word;
    }
    if (!starts) continue;
    const std::uint32_t found = index.topics_of(folded.substr(begin));
    topics.all |= found;
    if (first) topics.first = found;
    first = false;
  }
  return topics;
}

std::uint32_t TopicFinder::find_first(std::string_view piece) {
  constexpr std::size_t longest = 96;  // bytes of a stem and what stands before it
  if (piece.size() > longest) {
    std::size_t end = longest;
    while ((static_cast<unsigned char>(piece[end]) & 0xc0) == 0x80) --end;
    piece = piece.substr(0, end);
  }
  fold(piece, &folded_);
  const std::string_view folded = folded_;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (is_alnum(next_code_point(folded, &at))) return StemIndex::get().topics_of(folded.substr(begin));
  }
  return 0;
}

}  // namespace tersely
