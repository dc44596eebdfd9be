#include "languages/topics.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

#include "text/characters.h"
#include "text/icu.h"

namespace tersely {
namespace {

/// The topics that can make a text a notice; without one of them it is not.
constexpr std::uint32_t subjects = topic::cookie | topic::newsletter | topic::comment | topic::rights | topic::privacy |
                                   topic::subscription | topic::secret | topic::recipient | topic::printing |
                                   topic::changelog | topic::licence | topic::market_data;
constexpr std::size_t longest = 96;  // bytes of a stem

constexpr bool is_ascii_byte(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// ASCII letters in lower case and digits; bytes beyond ASCII unchanged; 0 for bytes that are not part of a word.
constexpr std::array<char, 256> make_word_bytes() {
  std::array<char, 256> bytes{};
  for (std::size_t i = 0; i < 256; ++i) {
    const bool in_word = (i >= 'a' && i <= 'z') || (i >= '0' && i <= '9') || i >= 0x80;
    const bool upper = i >= 'A' && i <= 'Z';
    if (in_word || upper) bytes[i] = static_cast<char>(upper ? i + ('a' - 'A') : i);
  }
  return bytes;
}
constexpr std::array<char, 256> word_bytes = make_word_bytes();
constexpr char word_byte(char c) { return word_bytes[static_cast<unsigned char>(c)]; }

/// The first three bytes of the word in lower case, padded with 0.
std::uint32_t key_of(std::string_view text) {
  std::uint32_t key = 0;
  bool inside = true;
  for (std::size_t i = 0; i < 3; ++i) {
    const char c = inside && i < text.size() ? word_byte(text[i]) : '\0';
    inside = c != '\0';
    key = key * 256 + static_cast<unsigned char>(c);
  }
  return key;
}

std::string_view cut(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while ((static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) --size;
  return text.substr(0, size);
}

struct Stem {
  std::string text;  // folded
  std::uint32_t key = 0;
  std::uint32_t topic = 0;
  bool whole = false;  // matches only a whole word
};

/// A set of 24-bit keys with few false positives and no false negatives.
class KeySet {
 public:
  void add(std::uint32_t key) { bits_[slot(key)] = true; }
  bool may_have(std::uint32_t key) const { return bits_[slot(key)]; }

 private:
  static constexpr int log_size = 15;
  static std::size_t slot(std::uint32_t key) { return (key * 2654435761U) >> (32 - log_size); }

  std::bitset<std::size_t{1} << log_size> bits_;
};

/// All stems, by their first three bytes, which rule out most words of a text. Built on the first call.
class StemIndex {
 public:
  static const StemIndex& get() {
    static const StemIndex index;
    return index;
  }

  /// The topics of the stems that `text` begins with. `all`: not only stems of subjects.
  std::uint32_t topics_of(std::string_view text, bool all, std::string* folded) const {
    const bool ascii = is_ascii_byte(text.front());
    if (!ascii) fold(cut(text, longest), folded);
    const std::uint32_t key = key_of(ascii ? text : *folded);
    if (!(all ? keys_ : subject_keys_).may_have(key)) return 0;
    std::uint32_t topics = 0;
    auto stem =
        std::lower_bound(stems_.begin(), stems_.end(), key, [](const Stem& s, std::uint32_t k) { return s.key < k; });
    bool is_folded = !ascii;
    for (; stem != stems_.end() && stem->key == key; ++stem) {
      if (!is_folded && differs_early(text, stem->text)) continue;
      if (!is_folded) fold(cut(text, longest), folded);
      is_folded = true;
      if (folded->starts_with(stem->text) && (!stem->whole || ends_word(*folded, stem->text.size())))
        topics |= stem->topic;
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
    std::stable_sort(stems_.begin(), stems_.end(), [](const Stem& a, const Stem& b) { return a.key < b.key; });
  }

  void add(std::string_view written, std::uint32_t topic) {
    Stem stem;
    stem.whole = written.back() == '$';
    stem.topic = topic;
    stem.text = fold(written.substr(0, written.size() - (stem.whole ? 1 : 0)));
    for (char& c : stem.text) c = c == '_' ? ' ' : c;
    stem.key = key_of(stem.text);
    keys_.add(stem.key);
    if ((topic & subjects) != 0) subject_keys_.add(stem.key);
    stems_.push_back(stem);
  }

  /// Do the two differ before the first byte beyond ASCII?
  static bool differs_early(std::string_view text, std::string_view stem) {
    for (std::size_t i = 0; i < stem.size(); ++i) {
      if (i == text.size()) return true;
      if (!is_ascii_byte(text[i])) return false;
      const char c = word_byte(text[i]);
      if ((c == '\0' ? text[i] : c) != stem[i]) return true;
    }
    return false;
  }

  static bool ends_word(std::string_view folded, std::size_t at) {
    return at >= folded.size() || !is_alnum(next_code_point(folded, &at));
  }

  std::vector<Stem> stems_;  // sorted by key
  KeySet keys_;
  KeySet subject_keys_;
};

/// Calls `visit` with the offset of each word, or of each character in scripts without spaces, until it returns false.
template <typename Visit>
void visit_words(std::string_view piece, Visit visit) {
  bool inside = false;
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t begin = at;
    bool begins = !inside;
    if (is_ascii_byte(piece[at])) {
      inside = word_byte(piece[at++]) != '\0';
    } else {
      const CodePoint c = next_code_point(piece, &at);
      inside = is_alnum(c) || is_mark(c);
      begins = begins || characters::is_han_or_kana(c);
    }
    if (begins && inside && !visit(begin)) return;
  }
}

}  // namespace

Topics TopicFinder::find(std::string_view piece) {
  const StemIndex& index = StemIndex::get();
  Topics topics;
  bool first = true;
  visit_words(piece, [&](std::size_t at) {
    const std::uint32_t found = index.topics_of(piece.substr(at), true, &folded_);
    topics.all |= found;
    if (first) topics.first = found;
    first = false;
    return true;
  });
  return topics;
}

std::uint32_t TopicFinder::find_first(std::string_view piece) {
  std::uint32_t topics = 0;
  visit_words(piece, [&](std::size_t at) {
    topics = StemIndex::get().topics_of(piece.substr(at), true, &folded_);
    return false;
  });
  return topics;
}

bool TopicFinder::has_subject(std::string_view piece) {
  const StemIndex& index = StemIndex::get();
  bool found = false;
  visit_words(piece, [&](std::size_t at) {
    found = (index.topics_of(piece.substr(at), false, &folded_) & subjects) != 0;
    return !found;
  });
  return found;
}

}  // namespace tersely
