#include "candidates/citations.h"

#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::uint32_t short_sentence = 12;  // words
constexpr std::uint32_t longest = 60;
constexpr std::uint32_t least_letters = 3;  // of a word that counts as one in lower case: not "at", "of", "n"
constexpr std::uint32_t others_per_lower = 8;
constexpr std::uint32_t others_after_signal = 4;

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_stop(std::string_view sentence) {
  while (sentence.ends_with('.') || sentence.ends_with(';')) sentence.remove_suffix(1);
  return sentence;
}

bool ends_in_number_or_bracket(std::string_view sentence) {
  return !sentence.empty() && (is_ascii_digit(sentence.back()) || sentence.back() == ')');
}

/// "... (Tex. 1973)"
bool ends_in_year(std::string_view sentence) {
  constexpr std::size_t size = 5;  // of "1973)"
  if (sentence.size() <= size || sentence.back() != ')') return false;
  const std::string_view year = sentence.substr(sentence.size() - size, size - 1);
  const bool bounded = !is_ascii_digit(sentence[sentence.size() - size - 1]);
  return bounded && (year.starts_with("1") || year.starts_with("20")) &&
         year.find_first_not_of("0123456789") == std::string_view::npos;
}

bool names_parties(std::string_view sentence) {
  return sentence.find(" v. ") != std::string_view::npos || sentence.find(" vs. ") != std::string_view::npos;
}

bool has_section_mark(std::string_view sentence) { return sentence.find("\u00a7") != std::string_view::npos; }

/// Words outside brackets.
struct WordCounts {
  std::uint32_t all = 0;
  std::uint32_t lower = 0;    // begin in lower case
  std::uint32_t numbers = 0;  // begin with a digit
};

WordCounts count_words(std::string_view text) {
  WordCounts n;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint first = decode(text, &at);
    depth += first == '(' ? 1 : first == ')' && depth > 0 ? -1 : 0;
    if (!is_alnum(first)) continue;
    std::uint32_t letters = 1;
    for (std::size_t next = at; next < text.size() && is_alnum(decode(text, &next)); at = next) ++letters;
    if (depth > 0) continue;
    ++n.all;
    n.lower += is_lower(first) && letters >= least_letters ? 1u : 0u;
    n.numbers += is_digit(first) ? 1u : 0u;
  }
  return n;
}

}  // namespace

bool is_citation(std::string_view sentence, std::uint32_t n_words, const PhraseTable& phrases) {
  const std::string_view said = without_stop(sentence);
  if (n_words > short_sentence && (n_words > longest || !ends_in_number_or_bracket(said))) return false;
  const PhraseTable::Found signal = phrases.find(said);
  const bool signalled = (signal.section & word_bit::signal) != 0;
  const std::size_t begin =
      signalled ? static_cast<std::size_t>(signal.text.data() - said.data()) + signal.text.size() : 0;
  const WordCounts words = count_words(said.substr(begin));
  const bool named = names_parties(said) || has_section_mark(said);
  if (signalled && words.lower == 0) return named || said.find_first_of("0123456789") != std::string_view::npos;
  if (named) return (signalled ? others_after_signal : others_per_lower) * words.lower <= words.all;
  return words.lower == 0 && words.numbers >= 2 && ends_in_year(said);
}

bool is_bare(std::string_view sentence) {
  const WordCounts words = count_words(sentence);
  return words.lower == 0 && words.numbers > 0;
}

}  // namespace tersely
