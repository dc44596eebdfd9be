#include "segmentation/boundaries/rules.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;
using Answer = std::optional<bool>;

Answer end_of_paragraph(const BoundaryContext& c) {
  return c.at.next >= c.paragraph.end() ? Answer(true) : std::nullopt;
}

Answer written_line_break(const BoundaryContext& c) { return c.at.line_break ? Answer(true) : std::nullopt; }

/// The bar of a Hindi sentence, or 「はい」「いいえ」: may_end_unit() has already checked everything.
Answer mark_of_one_script(const BoundaryContext& c) {
  return c.at.first == '|' || c.at.first == 0x300d ? Answer(true) : std::nullopt;
}

/// Particles and commas that continue the sentence after a quotation: 「…。」と言った.
constexpr bool continues_japanese(CodePoint c) {
  switch (c) {
    case 0x3001:
    case 0xff0c:
    case 0xff1a:
    case 0xff1b:
    case ',':
    case 0x304b:
    case 0x304c:
    case 0x3063:
    case 0x3067:
    case 0x3068:
    case 0x306a:
    case 0x306b:
    case 0x306e:
    case 0x306f:
    case 0x3082:
    case 0x3084:
    case 0x3092:
      return true;
    default:
      return false;
  }
}

/// Does a clause follow that reports the quotation that has just closed (他说。 彼は言った。)? It ends at the next
/// punctuation; a colon there introduces the next quotation instead.
bool has_reporting_clause(const BoundaryContext& c) {
  constexpr int max_clause = 20;  // code points
  constexpr int max_verb = 8;
  int n = 0;
  const std::size_t end =
      c.paragraph.skip(c.at.next, [&n](CodePoint x) { return (is_letter(x) || is_mark(x)) && n++ < max_clause; });
  const CodePoint behind = c.paragraph.at(end);
  if (n > max_clause || behind == 0xff1a || behind == ':') return false;
  std::size_t begin = end;
  for (int size = 0; size < max_verb && begin > c.at.next; ++size) {
    begin = c.paragraph.previous(begin);
    if ((c.document.word_bits(FoldedWord(c.paragraph.slice(begin, end)).view()) & word_bit::reporting) != 0)
      return true;
  }
  return false;
}

/// ASCII dots and ellipses after Han or kana. Old texts write "。" this way; numbers and names do not contain it.
bool dot_after_han(const BoundaryContext& c) {
  if (c.at.spaced) return true;
  return c.at.first == '.' && c.at.run == 1 && is_han_or_kana(c.at.following) && is_han_or_kana(c.at.previous);
}

Answer full_width_stop(const BoundaryContext& c) {
  const Boundary& b = c.at;
  const bool ascii_mark = b.first == '!' || b.first == '?';
  const bool dots = b.first == '.' || is_ellipsis(b.first);
  if (!is_full_width_stop(b.first) && !((ascii_mark || dots) && is_han_or_kana(b.previous)) &&
      !(ascii_mark && !b.spaced && is_han_or_kana(b.following))) {
    return std::nullopt;
  }
  if (dots && !b.has_stop_mark) return dot_after_han(c);
  if (is_continuation(b.following)) return false;
  if (b.closers > 0 && !b.spaced && !b.stop_behind_closer) {
    if (continues_japanese(b.following)) return false;
    if (b.last_closer == 0xff09 || b.last_closer == ')') return false;
    if (is_han_or_kana(b.following) && has_reporting_clause(c)) return false;
  }
  return !in_bracket(c.paragraph, b.unit_begin, b.closers > 0 ? b.end : b.mark);
}

Answer decimal_point(const BoundaryContext& c) {
  return c.at.first == 0xfe52 && is_digit(c.at.following) ? Answer(false) : std::nullopt;
}

Answer spaceless_stop(const BoundaryContext& c) {
  const Boundary& b = c.at;
  if (!is_spaceless_stop(b.first) && b.first != ':' && b.first != 0x1361) return std::nullopt;
  if (is_continuation(b.following) && b.following != ':') return false;
  if (!b.spaced && is_digit(b.following) && (b.first == 0x61f || b.first == 0x6d4 || b.first == 0x964)) return false;
  if (b.first == ':' && !b.spaced && !(is_letter(b.previous) && is_letter(b.following))) return false;
  return true;
}

Answer without_space(const BoundaryContext& c) {
  const Boundary& b = c.at;
  if (b.spaced) return std::nullopt;
  return !is_continuation(b.following) && !is_dash(b.following) && lacks_space(c);
}

/// A comma or a similar mark comes next. Two commas are a low quotation mark.
Answer continuation(const BoundaryContext& c) {
  if (!is_continuation(c.at.following)) return std::nullopt;
  return c.paragraph.starts_with(c.at.next, ",,") ? std::nullopt : Answer(false);
}

/// "word. ...and": the next unit begins with an ellipsis.
Answer leading_ellipsis(const BoundaryContext& c) {
  if (is_ellipsis(c.at.first) || c.at.run != 1) return std::nullopt;
  const std::size_t behind = c.paragraph.skip(c.at.next, is_dot);
  const bool ellipsis = c.at.following == 0x2026 || (c.at.following == '.' && behind - c.at.next >= 2);
  return ellipsis && is_letter(c.paragraph.at(behind)) ? Answer(true) : std::nullopt;
}

/// One quotation closes and another opens: '"Yes." "No."'
Answer adjacent_quotes(const BoundaryContext& c) {
  const Boundary& b = c.at;
  const bool quotes = b.closers > 0 && is_quote(b.last_closer) && is_quote(b.following);
  return quotes && b.word > b.next && is_letter(b.initial) ? Answer(true) : std::nullopt;
}

/// A short bracket that continues the sentence: "et al. (2001), who", "he said (p. 5).", "Viva Maria! (1965)".
Answer citation(const BoundaryContext& c) {
  constexpr std::size_t max_inner = 240;  // bytes
  constexpr std::size_t max_space = 16;
  const Boundary& b = c.at;
  if (b.following != '(' && b.following != '[') return std::nullopt;
  const std::string_view rest = c.paragraph.from(b.next + 1).substr(0, max_inner);
  const std::size_t size = rest.find(b.following == '(' ? ')' : ']');
  if (size == std::string_view::npos) return std::nullopt;
  const std::string_view inner = rest.substr(0, size);
  if (b.closers == 0 && inner.find_first_of(".!?") != std::string_view::npos) return std::nullopt;
  const std::size_t behind = b.next + 1 + size + 1;
  const std::size_t after = c.paragraph.skip_space(behind);
  if (after >= c.paragraph.end() || after - behind > max_space) return std::nullopt;
  const CodePoint x = c.paragraph.at(after);
  const bool year = b.has_stop_mark && !inner.empty() && is_ascii_digit(inner[0]);
  const bool source_of_quotation = x == '.' && after == behind && b.closers > 0;
  const bool goes_on = x == ',' || x == ';' || is_lower(x) || year || source_of_quotation;
  return goes_on ? Answer(false) : std::nullopt;
}

}  // namespace

Answer apply_common_rules(const BoundaryContext& context) {
  return first_answer<end_of_paragraph, written_line_break, mark_of_one_script, full_width_stop, decimal_point,
                      spaceless_stop, without_space, continuation, leading_ellipsis, adjacent_quotes, citation>(
      context);
}

WordTable::Bits BoundaryContext::next_word_bits() const {
  const std::string_view word = next_word();
  if (word.empty()) return 0;
  const FoldedWord folded(word);
  const WordTable::Bits bits = document.word_bits(folded.view());
  if ((bits & word_bit::starter) != 0) return bits;
  const std::size_t apostrophe = folded.view().find('\'');
  return apostrophe == std::string_view::npos ? bits : bits | document.word_bits(folded.view().substr(0, apostrophe));
}

bool BoundaryContext::before_starter() const {
  if ((next_word_bits() & word_bit::starter) == 0) return false;
  // In "Pat. No. 5" it is an abbreviation.
  const std::size_t end = at.word + next_word().size();
  return paragraph.at(end) != '.' || !is_digit(paragraph.at(paragraph.skip_space(end + 1)));
}

bool BoundaryContext::begins_mixed_case() const {
  const std::string_view word = next_word();
  return !is_all_lower(word.substr(0, word.find('\'')).substr(0, word.find("\u2019")));
}

bool is_all_lower(std::string_view word) {
  bool any = false;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = decode(word, &i);
    if (is_upper(c)) return false;
    any = any || is_lower(c);
  }
  return any;
}

}  // namespace tersely
