#include "segmentation/boundaries/long_units.h"

#include <algorithm>

#include "segmentation/boundaries/lookaround.h"
#include "text/characters.h"
#include "text/folded_word.h"
#include "text/word_iterator.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_words = 100;
constexpr std::size_t max_words_terminated = 250;
constexpr std::size_t piece_words = 25;
constexpr std::size_t min_piece_words = 12;
constexpr std::size_t max_piece_words = 40;

/// The start of a word, and how well it begins a piece.
struct WordBegin {
  std::uint32_t at = 0;
  std::uint8_t rank = 0;  // 4 after ; : –, 3 after a comma, 2 before several starters, 1 before one
};

bool is_spaceless_letter(CodePoint c) {
  return is_han_or_kana(c) || is_thai_or_lao(c) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff);
}

/// The number of white-space tokens; two letters of a script without spaces count as one. Stops counting above `limit`.
std::size_t count_words(const Window& unit, std::size_t limit) {
  std::size_t tokens = 0;
  std::size_t letters = 0;
  bool in_token = false;
  const std::string_view text = unit.slice(0, unit.end());
  for (std::size_t at = unit.begin(); at < unit.end() && tokens + letters / 2 <= limit;) {
    const CodePoint c = decode(text, &at);
    const bool space = is_space(c);
    tokens += !space && !in_token ? 1u : 0u;
    letters += !is_ascii(c) && is_spaceless_letter(c) ? 1u : 0u;
    in_token = !space;
  }
  return tokens + letters / 2;
}

std::uint8_t rank_of(const Window& unit, std::size_t at, std::string_view word, const DocumentContext& document) {
  const CodePoint before = unit.before(unit.trim_end(unit.begin(), at));
  if (before == ';' || before == ':' || before == 0xff1b || before == 0xff1a || before == 0x61b ||
      (is_dash(before) && before != '-')) {
    return 4;
  }
  if (before == ',' || before == 0xff0c || before == 0x3001 || before == 0x60c) return 3;
  return (document.word_bits(FoldedWord(word).view()) & word_bit::starter) != 0 ? 1 : 0;
}

/// Several starters in a row begin a clause ("so i will", "and the"), so a piece should begin with the first of them,
/// not in the middle ("will try").
void rank_rows_of_starters(std::vector<WordBegin>* begins) {
  const auto is_starter = [begins](std::size_t i) { return i < begins->size() && (*begins)[i].rank == 1; };
  for (std::size_t i = 0; i < begins->size(); ++i) {
    if (!is_starter(i)) continue;
    if (is_starter(i + 1)) (*begins)[i].rank = 2;
    while (is_starter(i + 1)) (*begins)[++i].rank = 0;
  }
}

std::vector<WordBegin> find_word_begins(std::string_view text, const Window& unit, const DocumentContext& document,
                                        const Cancel& cancel) {
  std::vector<WordBegin> begins;
  bool spaceless = false;
  for (std::size_t at = unit.skip_space_and_invisible(unit.begin()); at < unit.end();) {
    cancel.check_at(begins.size());
    begins.push_back({static_cast<std::uint32_t>(at), rank_of(unit, at, word_at(unit, at), document)});
    at = unit.skip(at, [&spaceless](CodePoint c) {
      spaceless = spaceless || is_spaceless_letter(c);
      return !is_space(c);
    });
    at = unit.skip_space_and_invisible(at);
  }
  if (!spaceless) {
    rank_rows_of_starters(&begins);
    return begins;
  }
  begins.clear();
  std::vector<Span> words;
  WordIterator().append_words(text, {static_cast<std::uint32_t>(unit.begin()), static_cast<std::uint32_t>(unit.end())},
                              &words, cancel);
  for (const Span& word : words) {
    cancel.check_at(begins.size());
    begins.push_back({word.begin, rank_of(unit, word.begin, word.of(text), document)});
  }
  return begins;
}

/// The word that best begins the next piece: of the highest rank, then closest to the usual size.
std::size_t next_piece(const std::vector<WordBegin>& words, std::size_t begin) {
  const std::size_t limit = std::min(begin + max_piece_words, words.size() - min_piece_words);
  std::size_t best = std::min(begin + piece_words, limit);
  const auto distance = [begin](std::size_t i) {
    return i < begin + piece_words ? begin + piece_words - i : i - begin - piece_words;
  };
  for (std::size_t i = begin + min_piece_words; i <= limit; ++i) {
    const bool better = words[i].rank > words[best].rank;
    if (better || (words[i].rank == words[best].rank && distance(i) < distance(best))) best = i;
  }
  return best;
}

void split(std::string_view text, const Unit& unit, const DocumentContext& document, std::vector<Unit>* out,
           const Cancel& cancel) {
  const Window window(text, unit.content, unit.span.end);
  const std::vector<WordBegin> words = find_word_begins(text, window, document, cancel);
  Unit piece = unit;
  piece.kind = UnitKind::fragment;
  piece.terminated = false;
  for (std::size_t begin = 0; words.size() - begin > max_piece_words;) {
    begin = next_piece(words, begin);
    piece.span.end = static_cast<std::uint32_t>(window.trim_end(piece.span.begin, words[begin].at));
    out->push_back(piece);
    piece.span.begin = piece.content = words[begin].at;
  }
  piece.span.end = unit.span.end;
  piece.terminated = unit.terminated;
  if (piece.span.begin == unit.span.begin) piece.kind = unit.kind;
  out->push_back(piece);
}

bool is_too_long(std::string_view text, const Unit& unit) {
  const std::size_t limit = unit.terminated ? max_words_terminated : max_words;
  if (unit.kind == UnitKind::code || unit.span.size() < 2 * limit) return false;
  return count_words(Window(text, unit.content, unit.span.end), limit) > limit;
}

}  // namespace

void split_long_units(std::string_view text, const DocumentContext& document, std::size_t from,
                      std::vector<Unit>* units, const Cancel& cancel) {
  for (std::size_t i = from; i < units->size(); ++i) {
    if (!is_too_long(text, (*units)[i])) continue;
    const std::vector<Unit> rest(units->begin() + static_cast<std::ptrdiff_t>(i), units->end());
    units->resize(i);
    for (const Unit& unit : rest) {
      if (is_too_long(text, unit)) {
        split(text, unit, document, units, cancel);
      } else {
        units->push_back(unit);
      }
    }
    return;
  }
}

}  // namespace tersely
