#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "tersely/text.h"
#include "text/cjk_dictionary.h"
#include "text/icu.h"

namespace tersely {

/// Words in runs of Chinese characters and kana. Gives the same words as ICU: of all ways to divide a run into words of
/// the dictionary, those with the lowest cost (Viterbi 1967). ICU needs six times as long, since it copies, normalises
/// and allocates for each run. Thread-safe.
class CjkWords {
 public:
  explicit CjkWords(std::unique_ptr<const CjkDictionary> dictionary) : dictionary_(std::move(dictionary)) {}

  /// May the character be in a run? All of these are in NFKC and three bytes long.
  static constexpr bool is_part(CodePoint c) {
    const bool mark = c == 0x3005 || c == 0x3007 || c == 0x30fc;
    const bool kana = (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa);
    return mark || kana || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff);
  }

  /// Memory that is used again for the next run. One per thread.
  struct Scratch {
    std::vector<char16_t> run;
    std::vector<std::uint32_t> costs;   // by offset in the run: of the cheapest words before it
    std::vector<std::uint32_t> begins;  // by offset in the run: of the last of these words
  };
  /// Appends the words of text[run], which has no other characters. O(bytes) in time and memory.
  void append_words(std::string_view text, Span run, Scratch* scratch, std::vector<Span>* words) const;

 private:
  void find_cheapest(Scratch* scratch) const;

  std::unique_ptr<const CjkDictionary> dictionary_;
};

}  // namespace tersely
