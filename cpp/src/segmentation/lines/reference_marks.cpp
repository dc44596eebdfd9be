#include "segmentation/lines/reference_marks.h"

#include <algorithm>
#include <array>

#include "segmentation/lines/captions.h"
#include "segmentation/lines/glued_words.h"
#include "text/characters.h"
#include "text/window.h"

namespace tersely {
namespace {

using namespace characters;

std::size_t count_digits(std::string_view token, std::size_t at) {
  std::size_t end = at;
  while (end < token.size() && is_ascii_digit(token[end])) ++end;
  return end - at;
}

/// "(2010)", "2010.", "2019b": the first number of the token, which begins at `number`.
bool is_year(std::string_view token, std::size_t number) {
  const std::string_view year = token.substr(number, 4);
  return count_digits(token, number) == 4 && (year.starts_with("19") || year.starts_with("20"));
}

/// "J.", "J.-P."
bool is_initial(std::string_view token) {
  while (!token.empty() && (token.back() == ',' || token.back() == ';')) token.remove_suffix(1);
  const bool capital = token.size() >= 2 && token[0] >= 'A' && token[0] <= 'Z';
  return capital && token.back() == '.' && (token.size() == 2 || (token.size() <= 5 && token[1] == '.'));
}

bool is_citation_word(std::string_view token) {
  const bool ends_so = token.back() == '.' || token.back() == ':';
  constexpr std::array<std::string_view, 11> words = {"vol.", "Vol.", "pp.",  "no.",       "doi:",      "ed.",
                                                      "eds.", "Eds.", "ser.", "[Online].", "Available:"};
  return (ends_so && std::find(words.begin(), words.end(), token) != words.end()) ||
         token.find("http") != std::string_view::npos || token.find("doi.org") != std::string_view::npos ||
         token.starts_with("arXiv");
}

/// "137-154", "818–833"
bool is_page_range(std::string_view token) {
  const std::string_view rest = token.substr(count_digits(token, 0));
  if (rest.empty() || rest.size() == token.size()) return false;
  for (const std::string_view dash : {"-", "\u2013", "\u2014"}) {
    if (rest.starts_with(dash) && count_digits(rest, dash.size()) > 0) return true;
  }
  return false;
}

/// The tokens of a unit, counted by type.
struct Tokens {
  std::size_t all = 0;
  std::size_t words = 0;  // with two letters in a row
  std::size_t bytes = 0;
  std::size_t bytes_glued = 0;  // of words that are too long to be one word
  std::size_t citation = 0;
  std::size_t years = 0;
  std::size_t initials = 0;
};

bool has_word(std::string_view token) {
  bool letter = false;
  for (std::size_t at = 0; at < token.size();) {
    const CodePoint c = decode(token, &at);
    const bool is = is_letter(c) || is_mark(c);
    if (is && (letter || is_caseless_letter(c))) return true;
    letter = is;
  }
  return false;
}

Tokens count_tokens(std::string_view unit) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  Tokens n;
  for (std::size_t begin = 0; begin < unit.size();) {
    if (is_blank(unit[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    while (end < unit.size() && !is_blank(unit[end])) ++end;
    const std::string_view token = unit.substr(begin, end - begin);
    const auto number =
        static_cast<std::size_t>(std::find_if(token.begin(), token.end(), is_ascii_digit) - token.begin());
    ++n.all;
    n.words += has_word(token) ? 1u : 0u;
    n.bytes += token.size();
    n.bytes_glued += has_glued_words(token) && token.find('/') == std::string_view::npos ? token.size() : 0u;
    n.citation += is_citation_word(token) || is_page_range(token) ? 1u : 0u;
    n.years += is_year(token, number) ? 1u : 0u;
    n.initials += is_initial(token) ? 1u : 0u;
    begin = end;
  }
  return n;
}

/// "II. BASICS The", "I I. NTRODUCTION The": a heading joined to the sentence after it.
bool begins_with_title(std::string_view unit) {
  constexpr std::string_view number = "IVX0123456789.";
  constexpr std::size_t longest_number = 6;
  const std::size_t word = std::min(unit.find_first_not_of("IVX0123456789. "), unit.size());
  const std::size_t begin = word > 0 && unit[word - 1] != ' ' ? unit.rfind(' ', word) + 1 : word;
  const std::string_view label = unit.substr(0, begin);
  const bool numbered = label.size() >= 2 && label.size() <= longest_number &&
                        label.find('.') != std::string_view::npos &&
                        number.find(label.front()) != std::string_view::npos;
  std::size_t end = begin;
  while (end < unit.size() && unit[end] >= 'A' && unit[end] <= 'Z') ++end;
  return numbered && end > begin + 4 && end < unit.size() && unit[end] == ' ';
}

/// "of rela- 1The source": a footnote inside a divided word.
bool has_footnote_inside(std::string_view unit) {
  for (std::size_t at = unit.find('-'); at != std::string_view::npos; at = unit.find('-', at + 1)) {
    const std::size_t number = std::min(unit.find_first_not_of(" \r\n", at + 1), unit.size());
    const std::size_t word = number + count_digits(unit, number);
    const bool apart = number > at + 1 && word > number && word <= number + 2 && word < unit.size();
    if (apart && unit[word] >= 'A' && unit[word] <= 'Z') return true;
  }
  return false;
}

}  // namespace

bool has_reference_mark(std::string_view line) {
  const Tokens n = count_tokens(line);
  return n.citation + n.years + n.initials > 0;
}

bool is_disordered(std::string_view unit) {
  if (count_tokens(unit).citation > 0 || unit.find("\u2014\u2014") != std::string_view::npos) return true;
  for (std::size_t at = unit.find(' '); at != std::string_view::npos; at = unit.find(' ', at + 1)) {
    const std::string_view rest = unit.substr(at + 1);
    if (rest.starts_with(", ") || rest.starts_with(". ") || is_labelled_caption(rest)) return true;
  }
  return false;
}

bool is_debris(std::string_view unit) {
  if (begins_with_title(unit) || has_footnote_inside(unit)) return true;
  const Tokens n = count_tokens(unit);
  if (2 * n.words <= n.all || 2 * n.bytes_glued > n.bytes) return true;
  if (n.initials >= 2 && 4 * (n.initials + n.years + n.citation) >= n.all) return true;
  return n.citation > 0 && 4 * (n.citation + n.years) >= n.all;
}

}  // namespace tersely
