#include "text/word_iterator.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <algorithm>
#include <mutex>
#include <new>
#include <string>
#include <utility>

#include "support/lazy.h"
#include "text/alphabet_words.h"
#include "text/ascii_words.h"
#include "text/byte_scan.h"
#include "text/cjk_words.h"
#include "text/fork_mutex.h"
#include "text/icu.h"
#include "text/icu_status.h"
#include "text/utf8.h"

namespace tersely {
namespace {

/// ICU takes a lock to create an iterator but not to copy one. Never destroyed: threads may still run while the process
/// exits.
const icu::BreakIterator& word_rules() {
  static const icu::BreakIterator* const rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    check_status(status, "word rules");
    return made.release();
  }();
  return *rules;
}

}  // namespace

struct WordIterator::Impl {
  std::unique_ptr<icu::BreakIterator> iterator{word_rules().clone()};
  ForkMutex mutex;  // the iterator takes a lock inside ICU at a script that needs a dictionary
  UText text = UTEXT_INITIALIZER;
  CjkWords::Scratch cjk;

  Impl() = default;
  ~Impl() { utext_close(&text); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
};

WordIterator::WordIterator() : impl_(std::make_unique<Impl>()) {
  if (!impl_->iterator) throw std::bad_alloc();
}
WordIterator::~WordIterator() = default;
WordIterator::WordIterator(WordIterator&&) noexcept = default;
WordIterator& WordIterator::operator=(WordIterator&&) noexcept = default;

namespace {

constexpr auto is_beyond_ascii = [](ByteBlock bytes) { return bytes; };  // the top bit says so

std::uint32_t find_beyond_ascii(std::string_view text, std::uint32_t from) {
  return static_cast<std::uint32_t>(find_bytes<1>(text, from, is_beyond_ascii));
}

/// The last space in [begin, end), or begin.
std::uint32_t find_last_space(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::size_t space = text.substr(begin, end - begin).rfind(' ');
  return space == std::string_view::npos ? begin : begin + static_cast<std::uint32_t>(space);
}

/// The start of the code point that contains the byte at `at`.
std::uint32_t begin_of_code_point(std::string_view text, std::uint32_t at) {
  while ((static_cast<std::uint8_t>(text[at]) & 0xc0) == 0x80) --at;
  return at;
}

bool is_one_word(std::string_view text, WordIterator* iterator) {
  std::vector<Span> words;
  iterator->append_words_of_icu(text, {0, static_cast<std::uint32_t>(text.size())}, &words);
  return words.size() == 1 && words.front().size() == text.size();
}

const AsciiWords& ascii_words() {
  static const AsciiWords words = [] {
    WordIterator iterator;
    return AsciiWords([&iterator](std::string_view text) { return is_one_word(text, &iterator); });
  }();
  return words;
}

/// Does ICU treat it like these scripts? Some of their marks are in no script.
bool is_han_or_kana(CodePoint c) {
  constexpr CodePoint first = 0x2e80;
  if (c < first) return false;
  const std::int32_t script = u_getIntPropertyValue(c, UCHAR_SCRIPT);
  const bool half_width_mark = c == 0xff9e || c == 0xff9f;
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || half_width_mark ||
         u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
}

/// ICU leaves some marks out of the classes of UAX #29, such as the full-width colon; which ones depends on its
/// version.
bool joins_letters(CodePoint c) {
  std::string text = "a";
  char bytes[4];
  text.append(bytes, encode(c, bytes)).push_back('a');
  WordIterator iterator;
  return is_one_word(text, &iterator);
}

WordClass word_class_of(CodePoint c) {
  using namespace word_class;
  if (is_ascii(c)) return ascii_words().class_of(static_cast<char>(c));
  if (CjkWords::is_part(c)) return cjk;
  const bool hangul_jamo = c >= 0x1100 && c <= 0x11ff;
  if (hangul_jamo || is_han_or_kana(c) || u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ||
      u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) {
    return unknown;
  }
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return letter;
    case U_WB_NUMERIC:
      return digit;
    case U_WB_EXTENDNUMLET:
      return connector;
    case U_WB_MIDLETTER:
      return joins_letters(c) ? WordClass{between_letters} : WordClass{0};
    case U_WB_MIDNUM:
      return between_digits;
    case U_WB_MIDNUMLET:
      return between;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      return attached;
    case U_WB_HEBREW_LETTER:
    case U_WB_KATAKANA:
      return unknown;
    default:
      return 0;
  }
}

const AlphabetWords& alphabet_words() {
  static const AlphabetWords words(word_class_of);
  return words;
}

/// Words with and without katakana, in the dictionary and not.
constexpr std::string_view cjk_samples[] = {"研究人员发现河流上升导致旧桥关闭", "私は東京都に住んでいます",
                                            "コンピューターサイエンスとヌヌヌヌ", "人々が鱻麤龘"};

bool cuts_like_icu(const CjkWords& cjk, WordIterator* iterator) {
  CjkWords::Scratch scratch;
  return std::all_of(std::begin(cjk_samples), std::end(cjk_samples), [&](std::string_view text) {
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    std::vector<Span> words;
    std::vector<Span> words_of_icu;
    cjk.append_words(text, all, &scratch, &words);
    iterator->append_words_of_icu(text, all, &words_of_icu);
    return words == words_of_icu;
  });
}

using CjkWordsOrNone = std::unique_ptr<const CjkWords>;

/// Never destroyed: threads may still run while the process exits.
const Lazy<CjkWordsOrNone>& lazy_cjk_words() {
  static const Lazy<CjkWordsOrNone>* const lazy = std::make_unique<const Lazy<CjkWordsOrNone>>().release();
  return *lazy;
}

}  // namespace

void WordIterator::append_words(std::string_view text, Span within, std::vector<Span>* words, const Cancel& cancel) {
  constexpr std::uint32_t most = 1 << 20;
  for (; within.size() > most; cancel.check()) {
    std::size_t space = find_last_space(text, within.begin, within.begin + most);
    if (space == within.begin) space = std::min<std::size_t>(text.find(' ', within.begin + most), within.end);
    append_words_of_some(text, {within.begin, static_cast<std::uint32_t>(space)}, words, cancel);
    within.begin = static_cast<std::uint32_t>(space);
  }
  append_words_of_some(text, within, words, cancel);
}

void WordIterator::append_words_of_some(std::string_view text, Span within, std::vector<Span>* words,
                                        const Cancel& cancel) {
  const std::string_view head = text.substr(0, within.end);
  const auto append_cjk = [this, &cancel](std::string_view whole, Span run, std::vector<Span>* found) {
    return append_words_of_cjk(whole, run, found, cancel);
  };
  for (std::uint32_t at = within.begin; at < within.end;) {
    const std::uint32_t beyond = find_beyond_ascii(head, at);
    const std::uint32_t ascii_end = beyond < within.end ? find_last_space(head, at, beyond) : within.end;
    ascii_words().append_words(text, {at, ascii_end}, words);
    if (ascii_end == within.end) break;
    at = alphabet_words().append_words(head, ascii_end, append_cjk, words);
    if (at > ascii_end) continue;
    at = alphabet_words().find_known_space(head, beyond);
    append_words_in_parts(text, {ascii_end, at}, {}, words, cancel);
  }
}

bool WordIterator::append_words_of_cjk(std::string_view text, Span run, std::vector<Span>* words,
                                       const Cancel& cancel) {
  constexpr std::uint32_t most = Parts().size;
  const bool lone_mark = run.of(text) == "々";  // no word to ICU
  if (lone_mark || run.size() > most) return false;
  cancel.check();
  const CjkWordsOrNone& cjk = lazy_cjk_words().get([this]() -> CjkWordsOrNone {
    std::unique_lock lock(impl_->mutex);  // ICU takes locks to open the dictionary
    auto dictionary = CjkDictionary::open();
    lock.unlock();
    if (!dictionary) return nullptr;
    auto made = std::make_unique<const CjkWords>(std::move(dictionary));
    if (!cuts_like_icu(*made, this)) made = nullptr;
    return made;
  });
  if (cjk) cjk->append_words(text, run, &impl_->cjk, words);
  return cjk != nullptr;
}

void WordIterator::append_words_of_icu(std::string_view text, Span within, std::vector<Span>* words) {
  if (within.size() > 0) append_words_of_part(text, within, within.end, words);
}

void WordIterator::append_words_in_parts(std::string_view text, Span within, Parts parts, std::vector<Span>* words,
                                         const Cancel& cancel) {
  std::uint32_t size = parts.size;
  for (; within.size() > size; cancel.check()) {
    const std::uint32_t end = begin_of_code_point(text, within.begin + size);
    const std::uint32_t next =
        append_words_of_part(text, {within.begin, end}, within.begin + size - parts.look_ahead, words);
    size = next == within.begin ? 2 * size : parts.size;  // a single word may be longer than a part
    within.begin = next;
  }
  append_words_of_icu(text, within, words);
}

/// Appends the words that end at or before `certain`, up to where the next part begins, and returns that offset: the
/// last white space or punctuation, else the end of the last word, else the start of the part.
std::uint32_t WordIterator::append_words_of_part(std::string_view text, Span within, std::uint32_t certain,
                                                 std::vector<Span>* words) {
  const std::string_view part = within.of(text);
  const std::lock_guard lock(impl_->mutex);
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&impl_->text, part.data(), static_cast<std::int64_t>(part.size()), &status);
  check_status(status, "text");
  icu::BreakIterator& iterator = *impl_->iterator;
  iterator.setText(&impl_->text, status);
  check_status(status, "words");
  std::size_t n_before_gap = words->size();
  std::uint32_t gap = within.begin;
  std::uint32_t begin = within.begin;
  iterator.first();
  for (std::int32_t next = iterator.next(); next != icu::BreakIterator::DONE; next = iterator.next()) {
    const std::uint32_t end = within.begin + static_cast<std::uint32_t>(next);
    if (end > certain) break;
    if (iterator.getRuleStatus() >= UBRK_WORD_NUMBER) {
      words->push_back({begin, end});
    } else {
      gap = begin;
      n_before_gap = words->size();
    }
    begin = end;
  }
  if (begin == within.end || gap == within.begin) return begin;
  words->resize(n_before_gap);
  return gap;
}

void prepare_word_iterator() {
  (void)alphabet_words();
  (void)lazy_cjk_words();
}

}  // namespace tersely
