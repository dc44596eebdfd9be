/// Word boundaries.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/text.h"

namespace tersely {

/// Words of UAX #29: segments with a letter, number, kana or ideograph. Not thread-safe: one per thread.
class WordIterator {
 public:
  WordIterator();
  ~WordIterator();
  WordIterator(WordIterator&&) noexcept;
  WordIterator& operator=(WordIterator&&) noexcept;

  /// Appends the words of text[within] as spans of `text`. Calls ICU only for scripts that need it; see AsciiWords,
  /// AlphabetWords and CjkWords.
  void append_words(std::string_view text, Span within, std::vector<Span>* words, const Cancel& cancel);
  void append_words(std::string_view text, Span within, std::vector<Span>* words) {
    append_words(text, within, words, Cancel());
  }
  /// The same, all by ICU.
  void append_words_of_icu(std::string_view text, Span within, std::vector<Span>* words);

  /// How much of a text ICU gets at once. ICU cuts a run of letters of a script without spaces in one step that cannot
  /// be cancelled and takes time and memory proportional to the run.
  struct Parts {
    std::uint32_t size = 1 << 16;        // bytes in a part
    std::uint32_t look_ahead = 1 << 12;  // bytes at its end that are cut again, at the start of the next part
  };
  /// The same by ICU, part by part. Parts begin at white space or punctuation, so the words equal those of the whole
  /// text. Only if a part consists entirely of dictionary words does the next one begin at a word; there the words may
  /// differ.
  void append_words_in_parts(std::string_view text, Span within, Parts parts, std::vector<Span>* words,
                             const Cancel& cancel);

 private:
  void append_words_of_some(std::string_view text, Span within, std::vector<Span>* words, const Cancel& cancel);
  bool append_words_of_cjk(std::string_view text, Span run, std::vector<Span>* words, const Cancel& cancel);
  std::uint32_t append_words_of_part(std::string_view text, Span within, std::uint32_t certain,
                                     std::vector<Span>* words);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Loads what ICU would otherwise load on first use, except its dictionaries. It takes their locks inside its
/// iterators, each of which has a ForkMutex, so no lock inside ICU is held across a fork.
void prepare_word_iterator();

}  // namespace tersely
