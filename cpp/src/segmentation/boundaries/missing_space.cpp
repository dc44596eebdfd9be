#include <algorithm>

#include "segmentation/boundaries/rules.h"
#include "segmentation/boundaries/token.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_token = 256;  // bytes

bool is_part_of_address(std::string_view token) {
  return token.find_first_of("@/\\_=&<#") != std::string_view::npos || FoldedWord(token.substr(0, 3)).view() == "www";
}

/// A capital and then lower case ("Next"), or a lone capital before a space ("A dog"), but not a file, function or
/// address.
bool begins_sentence(const BoundaryContext& c, std::string_view word) {
  const Window& p = c.paragraph;
  const std::size_t begin = c.at.next;
  const std::size_t end = begin + word.size();
  const std::uint32_t letters = count_code_points(word);
  if (letters == 1) return is_space(p.at(end));
  if (!is_all_lower(word.substr(p.after(begin) - begin))) return false;
  const CodePoint behind = p.at(end);
  const bool joins = behind == '@' || behind == '/' || behind == '\\' || behind == '_' || behind == '=' ||
                     behind == '&' || behind == ':' || behind == '(' || behind == '.';
  return !joins || end + 1 >= p.end() || is_space(p.at(end + 1));
}

/// The characters from the last white space to the mark; empty if there are too many.
std::string_view token_since_space(const BoundaryContext& c) {
  std::size_t at = c.at.mark;
  while (at > c.at.unit_begin) {
    const std::size_t last = c.paragraph.previous(at);
    if (is_space(c.paragraph.at(last))) break;
    at = last;
    if (c.at.mark - at > max_token) return {};
  }
  return c.paragraph.slice(at, c.at.mark);
}

std::string_view strip_brackets_and_quotes(std::string_view token) {
  const auto is_stripped = [](CodePoint c) {
    return is_quote(c) || c == '\'' || c == '(' || c == ')' || c == '[' || c == ']';
  };
  const Window window(token, 0, token.size());
  const std::size_t begin = window.skip(0, is_stripped);
  std::size_t end = token.size();
  while (end > begin && is_stripped(window.before(end))) end = window.previous(end);
  return token.substr(begin, end - begin);
}

/// "1,000.That" and "2.0.1.Then", but not "Section 2.1.Scope" or "3.The", which begin lists.
bool ends_in_number(const BoundaryContext& c, std::string_view token, std::string_view next) {
  if (token.size() < 3 || next.size() < 2) return false;
  if (token.find_first_not_of("0123456789.,") != std::string_view::npos) return false;
  if (token.find(',') != std::string_view::npos) return true;
  return token.find('.') != std::string_view::npos && c.at.mark - token.size() > c.at.unit_begin && c.before_starter();
}

bool last_two_are_lower(std::string_view token) {
  const Window window(token, 0, token.size());
  const std::size_t last = window.previous(token.size());
  return is_all_lower(token.substr(last == 0 ? 0 : window.previous(last)));
}

bool ends_in_word(const BoundaryContext& c, std::string_view token) {
  if (token.find('.') != std::string_view::npos || !last_two_are_lower(token)) return false;
  const FoldedWord folded(token);
  const WordTable::Bits bits = c.document.word_bits(folded.view());
  if (count_code_points(token) < 3 && (bits & (word_bit::starter | word_bit::stop)) == 0) return false;
  const auto abbreviation = static_cast<AbbreviationClass>(bits & word_bit::abbreviation);
  if (abbreviation == AbbreviationClass::title || c.document.is_extra_abbreviation(folded.view())) return false;
  // "sat" and "no" are words too.
  const bool everyday = (bits & word_bit::capitalised) != 0 || c.before_starter();
  return abbreviation == AbbreviationClass::none || (everyday && is_all_lower(token));
}

/// "stuff!it was": a word, a mark, and a word in lower case that a space follows.
bool goes_on_in_lower_case(const BoundaryContext& c) {
  const Boundary& b = c.at;
  if ((b.first != '!' && b.first != '?') || !is_lower(b.following) || !is_lower(b.previous)) return false;
  const std::string_view next = word_at(c.paragraph, b.next);
  const std::string_view token = token_since_space(c);
  if (b.first == '?' && !c.before_starter()) return false;  // bad fonts turn dashes into question marks
  if (count_code_points(next) < 2 || !is_space(c.paragraph.at(b.next + next.size()))) return false;
  return count_code_points(token) >= 3 && is_all_lower(token) && !is_part_of_address(token);
}

/// "the SpF.Un homme": letters of any case, then a word that often begins sentences.
bool ends_in_acronym(const BoundaryContext& c, std::string_view token, std::string_view next) {
  if (count_code_points(token) < 2 || count_code_points(next) < 2 || !c.before_starter()) return false;
  if (!is_space(c.paragraph.at(c.at.next + next.size()))) return false;
  for (std::size_t i = 0; i < token.size();) {
    if (!is_letter(decode(token, &i))) return false;
  }
  const FoldedWord folded(token);
  return classify(c.paragraph, c.at.mark, token, folded.view(), c.document) == TokenClass::word && !is_all_lower(token);
}

}  // namespace

bool lacks_space(const BoundaryContext& c) {
  const Boundary& b = c.at;
  if (is_han_or_kana(b.following) && !is_ascii(b.previous)) return true;
  if (goes_on_in_lower_case(c)) return true;
  if (!is_upper(b.following) || is_armenian(b.previous)) return false;
  // Beyond Latin there are no addresses, file names or version numbers.
  if (b.previous > 0x36f && is_lower(b.previous) && b.mark - b.unit_begin > 6) return true;
  const std::string_view next = word_at(c.paragraph, b.next);
  if (!begins_sentence(c, next)) return false;
  const std::string_view whole = token_since_space(c);
  if (is_part_of_address(whole)) return false;
  const std::string_view token = strip_brackets_and_quotes(whole);
  if (token.empty()) return false;
  const CodePoint last = Window(token, 0, token.size()).before(token.size());
  if (b.first == '!' || b.first == '?') return count_code_points(token) >= 2 && is_letter(last);
  if (is_digit(last)) return ends_in_number(c, token, next);
  return ends_in_word(c, token) || ends_in_acronym(c, token, next);
}

}  // namespace tersely
