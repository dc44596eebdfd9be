#pragma once

#include <unicode/ucharstrie.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tersely {

/// ICU's dictionary of Chinese and Japanese words. Each has a cost, lower for frequent words. Thread-safe.
class CjkDictionary {
 public:
  /// nullptr if this ICU has no such dictionary, or one in a form that is not known here. Takes locks of ICU, and about
  /// 3 ms.
  static std::unique_ptr<const CjkDictionary> open();

  /// The words begin with one of these characters.
  static constexpr char16_t first = 0x3005;
  static constexpr char16_t last = 0x9fff;
  static constexpr std::size_t longest_word = 20;

  /// Calls `visit(size, cost)` with each word that `text`, which begins with such a character, begins with: the shorter
  /// before the longer.
  template <class Visit>
  void visit_words(std::span<const char16_t> text, const Visit& visit) const {
    const std::uint64_t state = after_first_[static_cast<std::size_t>(text.front() - first)];
    if (state == no_word) return;
    icu::UCharsTrie trie(words_);
    trie.resetToState64(state);
    UStringTrieResult result = trie.current();
    for (std::size_t size = 1;; ++size) {
      if (USTRINGTRIE_HAS_VALUE(result)) visit(size, static_cast<std::uint32_t>(trie.getValue()));
      if (!USTRINGTRIE_HAS_NEXT(result) || size == longest_word || size == text.size()) return;
      result = trie.next(text[size]);
    }
  }

 private:
  explicit CjkDictionary(const char16_t* words);

  static constexpr std::uint64_t no_word = 0;  // no state of a trie

  const char16_t* words_;  // a trie, in ICU's data
  /// Its state after each first character: that saves a search among some ten thousand of them.
  std::vector<std::uint64_t> after_first_;
};

}  // namespace tersely
