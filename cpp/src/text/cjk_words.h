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

/// Words in runs of Chinese characters and kana, as ICU cuts them: of all ways to divide a run into words of the
/// dictionary, the one with the lowest cost (Viterbi 1967). ICU spends most of its time around that: it copies,
/// normalises and allocates for each run. Thread-safe.
class CjkWords {
 public:
  explicit CjkWords(std::unique_ptr<const CjkDictionary> dictionary) : dictionary_(std::move(dictionary)) {}

  /// May a run have the character? All of these are in NFKC, and three bytes long.
  static constexpr bool is_part(CodePoint c) {
    const bool mark = c == 0x3005 || c == 0x3007 || c == 0x30fc;
    const bool kana = (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa);
    return mark || kana || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff);
  }

  /// What one run needs, to be used again for the next. One per thread.
  struct Scratch {
    std::vector<char16_t> run;
    std::vector<std::uint32_t> costs;   // by place in the run: of the cheapest words before it
    std::vector<std::uint32_t> begins;  // by place in the run: where the last of these words begins
  };
  /// Appends the words of text[run], which has no other characters. O(bytes) in time and scratch.
  void append_words(std::string_view text, Span run, Scratch* scratch, std::vector<Span>* words) const;

 private:
  void find_cheapest(Scratch* scratch) const;

  std::unique_ptr<const CjkDictionary> dictionary_;
};

}  // namespace tersely
