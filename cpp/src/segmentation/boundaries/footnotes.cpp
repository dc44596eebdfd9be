#include "segmentation/boundaries/footnotes.h"

#include "segmentation/boundaries/token.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;

/// The offset after one to three digits at `at`, or `at`.
std::size_t skip_footnote_number(const Window& paragraph, std::size_t at) {
  constexpr std::size_t max_digits = 3;
  if (paragraph.at(at) == '0') return at;
  const std::size_t end = paragraph.skip(at, is_ascii_digit);
  return end - at <= max_digits ? end : at;
}

/// "11", "11 12", "3,4", "3-5"
std::size_t skip_footnote_list(const Window& paragraph, std::size_t at) {
  constexpr int max_numbers = 8;
  std::size_t end = skip_footnote_number(paragraph, at);
  for (int n = 1; n < max_numbers && end > at; ++n) {
    const CodePoint separator = paragraph.at(end);
    if (separator != ' ' && separator != ',' && !is_dash(separator)) break;
    const std::size_t number = paragraph.after(end);
    const std::size_t behind = skip_footnote_number(paragraph, number);
    if (behind == number) break;
    end = behind;
  }
  return end;
}

bool begins_next_sentence(const Window& paragraph, std::size_t at) {
  if (at >= paragraph.end()) return true;
  const std::size_t next = paragraph.skip_space(at);
  if (next == at) return false;
  const std::size_t word = is_opener(paragraph.at(next)) ? paragraph.after(next) : next;
  return is_upper(paragraph.at(word));
}

/// Only letters, and too many for a symbol, unless it is a known word such as "in" or "it".
bool is_plain_word(std::string_view token, const DocumentContext& document) {
  constexpr std::uint32_t min_letters = 3;
  for (std::size_t i = 0; i < token.size();) {
    const CodePoint c = decode(token, &i);
    if (!is_letter(c) && !is_mark(c)) return false;
  }
  const WordTable::Bits bits = document.word_bits(FoldedWord(token).view());
  return count_code_points(token) >= min_letters || (bits & (word_bit::starter | word_bit::stop)) != 0;
}

bool ends_in_word(const Window& paragraph, const DocumentContext& document, const Boundary& b) {
  std::string_view token = token_before(paragraph, b.unit_begin, b.mark);
  const std::size_t begin = b.mark - token.size();
  const CodePoint before = paragraph.before(begin);
  const bool follows_space = begin == b.unit_begin || is_space(before) || is_quote(before) || is_open_bracket(before);
  if (token.empty() || !follows_space) return false;
  if (classify(paragraph, b.mark, token, FoldedWord(token).view(), document) != TokenClass::word) return false;
  token.remove_prefix(token.rfind('-') + 1);  // npos + 1 is 0
  return !token.empty() && is_plain_word(token, document);
}

}  // namespace

std::size_t skip_footnote_numbers(const Window& paragraph, const DocumentContext& document, const Boundary& b) {
  if (b.spaced || b.run != 1 || !is_ascii_digit(b.following)) return b.end;
  const bool behind_bracket = b.previous == ')' || b.previous == ']';
  if (!behind_bracket && b.closers == 0 && !is_letter(b.previous)) return b.end;
  const std::size_t end = skip_footnote_list(paragraph, b.next);
  if (end == b.next || !begins_next_sentence(paragraph, end)) return b.end;
  return behind_bracket || b.closers > 0 || ends_in_word(paragraph, document, b) ? end : b.end;
}

}  // namespace tersely
