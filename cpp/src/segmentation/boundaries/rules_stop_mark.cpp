#include "segmentation/boundaries/rules.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;
using Answer = std::optional<bool>;

bool is_reporting(const BoundaryContext& c, std::string_view word) {
  return (c.document.word_bits(FoldedWord(word).view()) & word_bit::reporting) != 0;
}

bool is_pronoun(std::string_view word) {
  const FoldedWord folded(word);
  for (const std::string_view pronoun : {"he", "she", "they", "i", "we", "it"}) {
    if (folded.view() == pronoun) return true;
  }
  return false;
}

/// The word after `word` and one space; empty if something else follows.
std::string_view following_word(const BoundaryContext& c, std::string_view word, std::size_t* at) {
  *at += word.size();
  if (word.empty() || c.paragraph.at(*at) != ' ') return {};
  return word_at(c.paragraph, ++*at);
}

/// "(what? 12)", "(really!)"
Answer inside_bracket(const BoundaryContext& c) {
  return !is_letter(c.at.initial) && c.inside_bracket() ? Answer(false) : std::nullopt;
}

/// '"What?" she said', '! — said he', "Hey! ("
Answer lower_after_mark(const BoundaryContext& c) {
  if (!c.before_lower()) return std::nullopt;
  const Boundary& b = c.at;
  const bool opens = is_open_bracket(b.following) || b.following == '"' || b.following == 0x201c || b.following == 0xab;
  return b.closers > 0 || b.emphasised || b.dashed || opens ? Answer(false) : std::nullopt;
}

/// "Yahoo! in 2001"
Answer brand(const BoundaryContext& c) {
  const Boundary& b = c.at;
  if (!c.before_lower() || b.run != 1 || b.first == '?') return std::nullopt;
  const std::string_view token = token_before(c.paragraph, b.unit_begin, b.mark);
  std::size_t i = 0;
  return !token.empty() && is_upper(decode(token, &i)) ? Answer(false) : std::nullopt;
}

/// French inversion: "demanda-t-elle", "dit-il".
bool is_inverted(const BoundaryContext& c, std::string_view verb) {
  if (!c.document.is("fr") || verb.empty()) return false;
  std::size_t at = c.at.word + verb.size();
  if (c.paragraph.starts_with(at, "-t-")) at += 2;
  if (c.paragraph.at(at) != '-') return false;
  const FoldedWord pronoun(word_at(c.paragraph, at + 1));
  for (const std::string_view p : {"il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous"}) {
    if (pronoun.view() == p) return true;
  }
  return false;
}

/// "Why? asked Tom", "Why? he asked"
Answer reporting_clause(const BoundaryContext& c) {
  if (!c.before_lower()) return std::nullopt;
  const std::string_view word = c.next_word();
  if (is_reporting(c, word) || is_inverted(c, word)) return false;
  std::size_t at = c.at.word;
  return is_pronoun(word) && is_reporting(c, following_word(c, word, &at)) ? Answer(false) : std::nullopt;
}

/// '"Why?" Tom said', '"Why?" Tom Smith asked', '"Why?" I asked'
Answer reporting_clause_with_name(const BoundaryContext& c) {
  const Boundary& b = c.at;
  if (b.closers == 0 || b.last_closer == ')' || b.last_closer == ']' || !is_upper(b.initial)) return std::nullopt;
  const std::string_view name = c.next_word();
  if (name != "I" && (is_pronoun(name) || FoldedWord(name).view() == "you")) return std::nullopt;
  std::size_t at = b.word;
  std::string_view verb = following_word(c, name, &at);
  if (!verb.empty() && is_upper(c.paragraph.at(at))) verb = following_word(c, verb, &at);
  return is_all_lower(verb) && is_reporting(c, verb) ? Answer(false) : std::nullopt;
}

Answer dash_without_capital(const BoundaryContext& c) {
  const Boundary& b = c.at;
  const bool goes_on = b.dashed && is_dash(b.following) && b.initial != no_code_point && !is_upper(b.initial);
  return goes_on ? Answer(false) : std::nullopt;
}

}  // namespace

bool apply_stop_mark_rules(const BoundaryContext& context) {
  return first_answer<inside_bracket, lower_after_mark, brand, reporting_clause, reporting_clause_with_name,
                      dash_without_capital>(context)
      .value_or(true);
}

}  // namespace tersely
