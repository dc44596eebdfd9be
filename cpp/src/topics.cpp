#include "topics.h"

#include <algorithm>
#include <array>
#include <vector>

#include "characters.h"
#include "icu.h"

namespace tersely {
namespace {

struct Stem {
  std::string text;  // folded
  std::uint32_t topic = 0;
  bool whole = false;  // it ends a word
};

/// All stems, by their first byte. Built at the first call.
class StemIndex {
 public:
  static const StemIndex& get() {
    static const StemIndex index;
    return index;
  }

  /// The topics of the stems that stand at `at`.
  std::uint32_t topics_at(std::string_view folded, std::size_t at) const {
    std::uint32_t topics = 0;
    for (const Stem& stem : stems_[static_cast<unsigned char>(folded[at])]) {
      if (folded.compare(at, stem.text.size(), stem.text) != 0) continue;
      if (!stem.whole || ends_word(folded, at + stem.text.size())) topics |= stem.topic;
    }
    return topics;
  }

 private:
  StemIndex() {
    for (const NoticeWords& words : notice_words) {
      for (std::size_t at = 0; at < words.stems.size();) {
        const std::size_t end = std::min(words.stems.find(' ', at), words.stems.size());
        if (end > at) add(words.stems.substr(at, end - at), words.topic);
        at = end + 1;
      }
    }
  }

  void add(std::string_view written, std::uint32_t topic) {
    Stem stem;
    stem.whole = written.back() == '$';
    stem.topic = topic;
    stem.text = fold(written.substr(0, written.size() - (stem.whole ? 1 : 0)));
    for (char& c : stem.text) c = c == '_' ? ' ' : c;
    stems_[static_cast<unsigned char>(stem.text.front())].push_back(stem);
  }

  static bool ends_word(std::string_view folded, std::size_t at) {
    return at >= folded.size() || !is_alnum(next_code_point(folded, &at));
  }

  std::array<std::vector<Stem>, 256> stems_;
};

}  // namespace

Topics TopicFinder::find(std::string_view piece) {
  fold(piece, &folded_);
  const StemIndex& index = StemIndex::get();
  Topics topics;
  bool inside = false;
  bool first = true;
  for (std::size_t at = 0; at < folded_.size();) {
    const std::size_t begin = at;
    const CodePoint c = next_code_point(folded_, &at);
    const bool in_word = is_alnum(c) || is_mark(c);
    if (in_word && (!inside || characters::is_han_or_kana(c))) {
      const std::uint32_t found = index.topics_at(folded_, begin);
      topics.all |= found;
      if (first) topics.first = found;
      first = false;
    }
    inside = in_word;
  }
  return topics;
}

}  // namespace tersely
