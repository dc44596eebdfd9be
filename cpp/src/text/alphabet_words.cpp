#include "text/alphabet_words.h"

#include <algorithm>

#include "text/utf8.h"

namespace tersely {
namespace {

using namespace word_class;

/// The word being read.
struct OpenWord {
  Span span{0, 0};
  int last = 0;  // class of the last part; 0: no word is open
  int mark = 0;  // class of a mark after it that may turn out to be inside the word
  bool single = false;
  bool attached = false;  // does a mark or control follow the last part?

  bool is_open() const { return last != 0; }
  /// As in ICU: a lone "_" is not a word, two are, and what ends in "_" with a mark on it is not.
  bool counts() const { return is_open() && !(last == connector && (single || attached)); }
};

}  // namespace

AlphabetWords::AlphabetWords(const std::function<WordClass(CodePoint)>& class_of) {
  for (CodePoint c = 0; c < table_size; ++c) classes_[static_cast<std::size_t>(c)] = class_of(c);
  for (std::size_t i = 0; i < wide_.size(); ++i) wide_[i] = class_of(wide_begin + static_cast<CodePoint>(i));
  han_ = class_of(0x4e00);
}

std::size_t AlphabetWords::append_run(std::string_view text, std::uint32_t begin, const AppendCjk& append_cjk,
                                      std::vector<Span>* words) const {
  std::size_t end = begin;
  const int kind = class_of(decode(text, &end));
  if (kind == unknown) return begin;
  int behind = kind;
  for (std::size_t i = end; i < text.size() && behind == kind;) {
    behind = class_of(decode(text, &i));
    if (behind == kind) end = i;
  }
  const bool may_join = (behind & (attached | connector | unknown)) != 0;
  const Span run{begin, static_cast<std::uint32_t>(end)};
  if (may_join || (kind == cjk && !append_cjk(text, run, words))) return begin;
  if (kind == hangul) words->push_back(run);
  return end;
}

std::uint32_t AlphabetWords::append_words(std::string_view text, std::uint32_t begin, const AppendCjk& append_cjk,
                                          std::vector<Span>* words) const {
  std::uint32_t space = begin;
  std::size_t words_before_space = words->size();
  std::uint32_t beyond_ascii = begin;  // the end of the last character that is
  OpenWord word;
  const auto close = [&] {
    if (word.counts()) words->push_back(word.span);
    word = {};
  };
  for (std::size_t i = begin; i < text.size();) {
    const auto at = static_cast<std::uint32_t>(i);
    const CodePoint c = decode(text, &i);
    const auto behind = static_cast<std::uint32_t>(i);
    if (!is_ascii(c)) beyond_ascii = behind;
    const int is = class_of(c);
    if ((is & word_part) != 0) {
      if (word.mark != 0 && !joins(word.last, word.mark, is)) close();
      word.single = !word.is_open();
      if (word.single) word.span.begin = at;
      word.last = is;
      word.attached = false;
      word.mark = 0;
      word.span.end = behind;
    } else if ((is & word_class::attached) != 0) {
      if (!word.is_open() || word.mark != 0) continue;
      word.span.end = behind;
      word.attached = true;
    } else if ((is & between) != 0 && word.is_open() && word.mark == 0) {
      word.mark = is;
    } else if ((is & (in_run | unknown)) != 0) {
      const bool joined = word.last == connector;
      close();
      const std::size_t end = joined ? at : append_run(text, at, append_cjk, words);
      if (end == at) {
        words->resize(words_before_space);
        return space;
      }
      i = end;
      beyond_ascii = static_cast<std::uint32_t>(end);
    } else {
      close();
      if (c != ' ') continue;
      if (at - beyond_ascii >= min_run) return at;
      space = at;
      words_before_space = words->size();
    }
  }
  close();
  return static_cast<std::uint32_t>(text.size());
}

std::uint32_t AlphabetWords::find_known_space(std::string_view text, std::uint32_t from) const {
  std::size_t run = from;
  std::size_t at = from;
  while (at < text.size() && at - run < min_run) {
    if ((class_of(decode(text, &at)) & unknown) != 0) run = at;
  }
  if (at - run < min_run) return static_cast<std::uint32_t>(text.size());
  return static_cast<std::uint32_t>(std::min(text.find(' ', run), text.size()));
}

}  // namespace tersely
