#pragma once

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tersely {

/// ICU's dictionary of Chinese and Japanese words. Each has a cost, lower for frequent words. Thread-safe.
class CjkDictionary {
 public:
  /// nullptr if this ICU has no such dictionary, or has it in an unknown format. Takes locks inside ICU. About 3 ms.
  static std::unique_ptr<const CjkDictionary> open();

  /// The range of the first characters of words.
  static constexpr char16_t first = 0x3005;
  static constexpr char16_t last = 0x9fff;
  static constexpr std::size_t longest_word = 20;

  /// Calls `visit(size, cost)` for each prefix of `text` that is a word, in the order of their sizes. text[0] must be
  /// in the range.
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
  CjkDictionary(icu::LocalUDataMemoryPointer data, const char16_t* words);

  static constexpr std::uint64_t no_word = 0;  // no state of a trie

  icu::LocalUDataMemoryPointer data_;
  const char16_t* words_;  // a trie, in `data_`
  /// Its state after each first character, which saves a search among thousands of them.
  std::vector<std::uint64_t> after_first_;
};

}  // namespace tersely
