#include "languages/topics.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <optional>
#include <vector>

#include "text/byte_block.h"
#include "text/characters.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

/// The topics that can make a text a notice. A text without any of them is not a notice.
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
  const auto byte = [text](std::size_t i) -> std::uint32_t {
    return i < text.size() ? static_cast<unsigned char>(word_byte(text[i])) : 0;
  };
  const std::uint32_t first = byte(0);
  const std::uint32_t second = first != 0 ? byte(1) : 0;
  const std::uint32_t third = second != 0 ? byte(2) : 0;
  return first << 16 | second << 8 | third;
}

/// The same for a folded word, if its first characters fold one by one and no later character changes the result.
std::optional<std::uint32_t> folded_key_of(std::string_view text) {
  constexpr std::size_t enough = 3;  // bytes
  const FoldTable& table = FoldTable::get();
  std::array<char, enough + 4> folded;
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, &at);
    if (!table.folds_alone(c)) return std::nullopt;
    if (size >= enough) break;
    size += encode(c == 0x2019 ? '\'' : table.simple(c), folded.data() + size);
  }
  return key_of({folded.data(), size});
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

/// All stems, by their first three bytes. Most words of a text begin with none of these. Built on the first call, and
/// never destroyed: threads may still run while the process exits.
class StemIndex {
 public:
  StemIndex() {
    for (const NoticeWords& words : notice_words) {
      for (std::size_t at = 0; at < words.stems.size();) {
        const std::size_t end = std::min(words.stems.find(' ', at), words.stems.size());
        if (end > at) add(words.stems.substr(at, end - at), words.topic);
        at = end + 1;
      }
    }
    std::stable_sort(stems_.begin(), stems_.end(), [](const Stem& a, const Stem& b) { return a.key < b.key; });
    groups_.resize(std::bit_ceil(2 * stems_.size()));
    for (std::uint32_t i = 0; i < stems_.size(); ++i) {
      Group& group = groups_[slot_of(stems_[i].key)];
      if (group.end == 0) group = {stems_[i].key, 0, i, i};
      group.topics |= stems_[i].topic;
      group.end = i + 1;
    }
  }

  static const StemIndex& get() {
    static const StemIndex* const index = std::make_unique<StemIndex>().release();
    return *index;
  }

  /// The topics among `wanted` that have a stem with which `text` begins.
  std::uint32_t topics_of(std::string_view text, std::uint32_t wanted, std::string* folded) const {
    if (is_ascii_byte(text.front()) && (group_of(key_of(text)).topics & wanted) == 0) return 0;  // most words
    return find(text, wanted, folded);
  }

 private:
  /// The stems [begin, end) with the same key. An empty range is a free slot.
  struct Group {
    std::uint32_t key = 0;
    std::uint32_t topics = 0;  // of any of them
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  enum class Begins { no, yes, unknown };

  void add(std::string_view written, std::uint32_t topic) {
    Stem stem;
    stem.whole = written.back() == '$';
    stem.topic = topic;
    stem.text = fold(written.substr(0, written.size() - (stem.whole ? 1 : 0)));
    for (char& c : stem.text) c = c == '_' ? ' ' : c;
    stem.key = key_of(stem.text);
    stems_.push_back(stem);
  }

  /// The group of the key, or a free slot for it.
  std::size_t slot_of(std::uint32_t key) const {
    const std::size_t mask = groups_.size() - 1;
    std::size_t slot = (key * 2654435761U >> 16) & mask;
    while (groups_[slot].end != 0 && groups_[slot].key != key) slot = (slot + 1) & mask;
    return slot;
  }
  const Group& group_of(std::uint32_t key) const { return groups_[slot_of(key)]; }

  std::uint32_t find(std::string_view text, std::uint32_t wanted, std::string* folded) const {
    std::optional<std::uint32_t> key = is_ascii_byte(text.front()) ? key_of(text) : folded_key_of(text);
    bool is_folded = !key;
    if (is_folded) {
      fold(cut(text, longest), folded);
      key = key_of(*folded);
    }
    const Group& group = group_of(*key);
    std::uint32_t topics = 0;
    for (std::size_t i = group.begin; i < group.end; ++i) {
      const Stem& stem = stems_[i];
      if ((stem.topic & wanted) == 0) continue;
      Begins begins = is_folded ? Begins::unknown : begins_ascii(text, stem);
      if (begins == Begins::unknown) {
        if (!is_folded) fold(cut(text, longest), folded);
        is_folded = true;
        begins = begins_folded(*folded, stem) ? Begins::yes : Begins::no;
      }
      if (begins == Begins::yes) topics |= stem.topic;
    }
    return topics;
  }

  /// Does the text begin with the stem? `unknown` if that depends on bytes beyond ASCII, which must be folded first.
  static Begins begins_ascii(std::string_view text, const Stem& stem) {
    const std::size_t size = stem.text.size();
    for (std::size_t i = 0; i < size; ++i) {
      if (i == text.size()) return Begins::no;
      if (!is_ascii_byte(text[i])) return Begins::unknown;
      const char c = word_byte(text[i]);
      if ((c == '\0' ? text[i] : c) != stem.text[i]) return Begins::no;
    }
    if (size == text.size()) return Begins::yes;
    if (!is_ascii_byte(text[size])) return Begins::unknown;
    return stem.whole && word_byte(text[size]) != '\0' ? Begins::no : Begins::yes;
  }

  static bool begins_folded(std::string_view folded, const Stem& stem) {
    if (!folded.starts_with(stem.text)) return false;
    std::size_t at = stem.text.size();
    return !stem.whole || at >= folded.size() || !is_alnum(next_code_point(folded, &at));
  }

  std::vector<Stem> stems_;    // by key
  std::vector<Group> groups_;  // a hash table by key; the size is a power of two
};

/// Calls `visit` with the offset of each word (of each character in scripts without spaces) until it returns false.
template <typename Visit>
void visit_words(std::string_view piece, Visit visit) {
  bool inside = false;
  for (std::size_t at = 0; at < piece.size();) {
    if (at + ByteBlock::size <= piece.size()) {
      const ByteBlock block = ByteBlock::load(piece.data() + at);
      if (block.top_bits() == 0) {
        const std::uint32_t parts = (block.with(0x20).in_range('a', 'z') | block.in_range('0', '9')).top_bits();
        for (std::uint32_t begins = parts & ~(parts << 1 | (inside ? 1u : 0u)); begins != 0; begins &= begins - 1) {
          if (!visit(at + static_cast<std::size_t>(std::countr_zero(begins)))) return;
        }
        inside = (parts >> (ByteBlock::size - 1)) != 0;
        at += ByteBlock::size;
        continue;
      }
    }
    for (const std::size_t end = std::min(at + ByteBlock::size, piece.size()); at < end;) {
      const std::size_t begin = at;
      const CodePoint c = decode(piece, &at);
      const bool begins = !inside || characters::is_han_or_kana(c);
      inside = is_alnum(c) || is_mark(c);
      if (begins && inside && !visit(begin)) return;
    }
  }
}

}  // namespace

Topics TopicFinder::find(std::string_view piece, std::uint32_t wanted) {
  const StemIndex& index = StemIndex::get();
  Topics topics;
  bool first = true;
  visit_words(piece, [&](std::size_t at) {
    const std::uint32_t found = index.topics_of(piece.substr(at), wanted, &folded_);
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
    topics = StemIndex::get().topics_of(piece.substr(at), topic::any, &folded_);
    return false;
  });
  return topics;
}

bool TopicFinder::has_subject(std::string_view piece) {
  const StemIndex& index = StemIndex::get();
  bool found = false;
  visit_words(piece, [&](std::size_t at) {
    found = index.topics_of(piece.substr(at), subjects, &folded_) != 0;
    return !found;
  });
  return found;
}

}  // namespace tersely
