#include "segmentation/boundaries/lookaround.h"

#include <array>

#include "segmentation/boundaries/document_context.h"
#include "segmentation/boundaries/footnotes.h"
#include "segmentation/boundaries/inline_markup.h"
#include "segmentation/boundaries/token.h"
#include "text/byte_scan.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_look_back = 1024;    // bytes searched backward for brackets and quotes
constexpr std::size_t max_bracket_rest = 400;  // bytes after a boundary in which its bracket must close
constexpr std::size_t max_quotation = 4096;    // bytes in which straight quotes are counted
constexpr std::size_t max_opening = 64;        // bytes of opening marks before a word
constexpr int max_token = 40;                  // code points

std::size_t look_back_limit(std::size_t begin, std::size_t at) {
  return at - begin > max_look_back ? at - max_look_back : begin;
}

void add_terminator(CodePoint c, Boundary* b) {
  ++b->run;
  b->only_dots = b->only_dots && is_dot(c);
  b->has_stop_mark = b->has_stop_mark || is_stop_mark(c);
}

/// ". . .": at least two more dots with spaces between them, or any number after "..".
void scan_spaced_dots(const Window& paragraph, Boundary* b) {
  std::size_t at = b->run_end;
  std::uint32_t dots = 0;
  for (;;) {
    const CodePoint space = paragraph.at(at);
    if (space != ' ' && space != 0xa0) break;
    const std::size_t dot = paragraph.after(at);
    if (paragraph.at(dot) != '.') break;
    at = dot + 1;
    ++dots;
  }
  if (dots >= 2 || (dots == 1 && b->run > 1)) {
    b->run += dots;
    b->run_end = at;
  }
}

void scan_run(const Window& paragraph, Boundary* b) {
  b->first = paragraph.at(b->mark);
  b->previous = paragraph.before(b->mark);
  b->run_end = paragraph.skip(b->mark, [b](CodePoint c) {
    if (!is_terminator(c) && c != b->first) return false;
    add_terminator(c, b);
    return true;
  });
  if (b->first == '.') scan_spaced_dots(paragraph, b);
}

/// The offset after a Markdown footnote ("[^1]", "[^note]") at `at`, or `at`.
std::size_t skip_markdown_footnote(const Window& paragraph, std::size_t at) {
  constexpr std::size_t max_label = 32;  // bytes
  if (!paragraph.starts_with(at, "[^")) return at;
  const std::size_t label = at + 2;
  const std::size_t end = paragraph.skip(label, [](CodePoint c) { return is_alnum(c) || c == '-' || c == '_'; });
  return end > label && end - label <= max_label && paragraph.at(end) == ']' ? end + 1 : at;
}

/// The offset after a bracket of digits, commas, dashes and spaces ("[3, 4]") at `at`, or `at`.
std::size_t skip_reference(const Window& paragraph, std::size_t at, std::size_t max_digits, bool ellipsis_too) {
  if (paragraph.at(at) != '[') return at;
  const std::size_t inner = at + 1;
  if (paragraph.at(inner) == '^') return skip_markdown_footnote(paragraph, at);
  std::size_t count = 0;
  std::size_t end = paragraph.skip(inner, [&count, max_digits](CodePoint c) {
    return (is_ascii_digit(c) || c == ',' || c == ' ' || c == '-' || c == 0x2013) && count++ < max_digits;
  });
  if (ellipsis_too && end == inner) {
    if (paragraph.starts_with(inner, "...")) end = inner + 3;
    if (is_ellipsis(paragraph.at(inner))) end = paragraph.after(inner);
  }
  return end > inner && paragraph.at(end) == ']' ? end + 1 : at;
}

/// The offset after a short editorial note attached to the stop ("[citation needed]", "[note 2]"), or `at`.
std::size_t skip_editorial_note(const Window& paragraph, std::size_t at) {
  constexpr std::size_t max_note = 48;  // bytes
  const std::string_view inner = paragraph.from(at + 1).substr(0, max_note);
  const std::size_t size = inner.find_first_of("[]:");
  if (size == std::string_view::npos || size == 0 || inner[size] != ']') return at;
  if (inner.substr(0, size).find('.') != std::string_view::npos && !is_lower(paragraph.at(at + 1))) return at;
  const std::size_t end = at + 1 + size + 1;
  const CodePoint next = paragraph.at(end);
  return next == no_code_point || next == '[' || is_space(next) ? end : at;
}

/// Is a quotation with straight marks open? Counts from the start of the paragraph, since a quotation of several
/// sentences opens in an earlier unit.
bool has_odd_quotes(const Window& paragraph, const Boundary& b) {
  const bool near = b.mark - paragraph.begin() <= max_quotation;
  const std::size_t begin = near ? paragraph.begin() : look_back_limit(b.unit_begin, b.mark);
  const std::string_view before = paragraph.slice(begin, b.mark);
  return std::count(before.begin(), before.end(), '"') % 2 == 1;
}

/// Does a mark that may also open belong to the next unit? It does if a letter follows directly, unless a quotation is
/// open and only the space after it is missing: '"It is so."The next'.
bool opens_next(const Window& paragraph, std::size_t at, CodePoint c, const Boundary& b) {
  if (c != '"' && c != '\'' && c != 0x201c && c != 0x2018 && c != 0xab && c != 0x201e) return false;
  if (is_full_width_stop(b.first) && c != 0x201c && c != 0x2018) return false;
  const CodePoint next = paragraph.second_at(at);
  if (c == '"' && is_upper(next) && has_odd_quotes(paragraph, b)) return false;
  return is_alnum(next);
}

void add_closer(CodePoint c, Boundary* b) {
  ++b->closers;
  b->last_closer = c;
}

/// Scans a reference, an entity or a mark of emphasis at `at`. Returns its end, or `at`.
std::size_t scan_mark(const Window& paragraph, std::size_t at, Boundary* b) {
  if (paragraph.at(at) == '[') {
    const std::size_t end = skip_reference(paragraph, at, 8, false);
    return end > at ? end : skip_editorial_note(paragraph, at);
  }
  if (const std::size_t end = skip_quote_entity(paragraph, at); end > at) {
    add_closer('"', b);
    return end;
  }
  const std::size_t end = skip_closing_markup(paragraph, at);
  b->emphasised = b->emphasised || end > at;
  return end;
}

/// Scans closers, terminators after them, and marks without a space.
void scan_closers(const Window& paragraph, Boundary* b) {
  std::size_t at = b->run_end;
  while (at < paragraph.end()) {
    const CodePoint c = paragraph.at(at);
    if (is_closer(c)) {
      if (opens_next(paragraph, at, c, *b)) break;
      add_closer(c, b);
    } else if ((b->closers > 0 || b->emphasised) && (is_full_stop(c) || is_stop_mark(c))) {
      b->stop_behind_closer = true;
    } else if (is_space(c)) {
      break;
    } else if (!is_superscript_digit(c)) {
      const std::size_t end = scan_mark(paragraph, at, b);
      if (end == at) break;
      at = end;
      continue;
    }
    at = paragraph.after(at);
  }
  b->end = at;
}

void find_next(const Window& paragraph, Boundary* b) {
  b->next = paragraph.skip_space_and_invisible(b->end);
  b->spaced = b->next > b->end;
  b->following = paragraph.at(b->next);
}

void extend_to(const Window& paragraph, std::size_t end, Boundary* b) {
  b->end = end;
  find_next(paragraph, b);
  b->spaced = true;
}

bool is_space_or_end(const Window& paragraph, std::size_t at) {
  return at >= paragraph.end() || is_space(paragraph.at(at));
}

/// "text. [3] Next": the references belong to what precedes them.
void absorb_spaced_references(const Window& paragraph, Boundary* b) {
  if (!b->spaced || b->following != '[') return;
  std::size_t accepted = 0;
  for (std::size_t at = b->next; paragraph.at(at) == '[';) {
    const std::size_t behind = skip_reference(paragraph, at, 11, true);
    if (behind == at) break;
    if (is_space_or_end(paragraph, behind)) accepted = behind;
    at = paragraph.skip(behind, [](CodePoint c) { return c == ' ' || c == '\t'; });
  }
  if (accepted > 0) extend_to(paragraph, accepted, b);
}

/// "text.<br /><br />Next", "text.\nNext": the breaks belong to what precedes them.
void absorb_written_breaks(const Window& paragraph, const DocumentContext& document, Boundary* b) {
  if (b->following != '<' && b->following != '\\' && b->following != '&') return;
  const WrittenBreaks found = skip_written_breaks(paragraph, b->end, document, true);
  b->line_break = found.breaks;
  if (found.end == b->end) {
    const std::size_t behind = skip_opening_markup(paragraph, b->next);
    b->spaced = b->spaced || b->line_break || (behind > b->next && is_upper(paragraph.at(behind)));
    return;
  }
  extend_to(paragraph, found.end, b);
}

/// "॥ १॥", "|| 2 ||": the number of the verse between two dandas.
void absorb_verse_number(const Window& paragraph, Boundary* b) {
  constexpr std::size_t max_digits = 6;
  if (!is_danda(b->first) && b->first != '|') return;
  std::size_t n = 0;
  const std::size_t end =
      paragraph.skip(b->next, [&n](CodePoint c) { return (is_digit(c) || c == '-' || c == '.') && n++ < max_digits; });
  if (end == b->next) return;
  const std::size_t mark = paragraph.skip_space(end);
  const std::size_t behind = paragraph.skip(mark, [b](CodePoint c) { return is_danda(c) || c == b->first; });
  if (behind > mark) extend_to(paragraph, behind, b);
}

/// "Quoi ! ?" and tokenised "what . ?" continue the run. In "vraiment ?" the mark is the run itself.
void absorb_spaced_run(const Window& paragraph, Boundary* b) {
  if (!b->spaced || (b->following != '!' && b->following != '?') || is_full_width_stop(b->first)) return;
  const std::size_t end = paragraph.skip(b->next, [](CodePoint c) { return c == '!' || c == '?' || c == '.'; });
  if (!is_space_or_end(paragraph, end)) return;
  b->run = 1;
  b->only_dots = false;
  b->has_stop_mark = true;
  extend_to(paragraph, end, b);
}

/// "text.3 The next"
void absorb_glued_numbers(const Window& paragraph, const DocumentContext& document, Boundary* b) {
  const std::size_t end = skip_footnote_numbers(paragraph, document, *b);
  if (end > b->end) extend_to(paragraph, end, b);
}

/// "1 In the beginning": if a paragraph begins with the number of a verse, so do the sentences in it.
bool has_verses(const Window& paragraph) {
  constexpr std::size_t max_digits = 3;
  const std::size_t end = paragraph.skip(
      paragraph.begin(), [n = std::size_t{0}](CodePoint c) mutable { return is_ascii_digit(c) && n++ <= max_digits; });
  const std::size_t digits = end - paragraph.begin();
  return digits > 0 && digits <= max_digits && paragraph.at(end) == ' ' && is_upper(paragraph.at(end + 1));
}

bool follows_abbreviation(const Window& paragraph, const DocumentContext& document, const Boundary& b) {
  const std::string_view token = token_before(paragraph, b.unit_begin, b.mark);
  return classify(paragraph, b.mark, token, FoldedWord(token).view(), document) != TokenClass::word;
}

/// "text. 3 The next": a bare footnote number, if a capitalised word that often begins sentences follows.
void absorb_spaced_number(const Window& paragraph, const DocumentContext& document, Boundary* b) {
  if (!b->spaced || !is_ascii_digit(b->following) || b->run != 1 || has_verses(paragraph)) return;
  const std::size_t end = paragraph.skip(b->next, is_ascii_digit);
  const std::size_t word = paragraph.skip_space(end);
  if (end - b->next > 2 || word == end || !is_upper(paragraph.at(word))) return;
  const FoldedWord folded(word_at(paragraph, word));
  if ((document.word_bits(folded.view()) & word_bit::starter) == 0) return;
  if (!follows_abbreviation(paragraph, document, *b)) extend_to(paragraph, end, b);
}

/// Tokenised text: a lone " or '' after the full stop closes a quotation, unless it opens one.
void absorb_spaced_quote(const Window& paragraph, Boundary* b) {
  if (!b->spaced || is_full_width_stop(b->first)) return;
  const bool single = b->following == '"';
  if (!single && !paragraph.starts_with(b->next, "''")) return;
  const std::size_t behind = b->next + (single ? 1 : 2);
  const CodePoint c = paragraph.at(behind);
  if (!is_space_or_end(paragraph, behind) && c != '.' && c != ',' && c != ';') return;
  const std::size_t stop = paragraph.skip_space(behind);
  const CodePoint s = paragraph.at(stop);
  const bool before_stop = (s == '.' || s == '!' || s == '?') && is_space_or_end(paragraph, stop + 1);
  if (single && !before_stop && !has_odd_quotes(paragraph, *b)) return;
  ++b->closers;
  extend_to(paragraph, before_stop ? stop + 1 : behind, b);
}

/// Parsers write "-rrb-" for a closing bracket.
bool absorb_parser_bracket(const Window& paragraph, Boundary* b) {
  constexpr std::size_t size = 5;
  if (b->following != '-') return false;
  const FoldedWord mark(paragraph.from(b->next).substr(0, size));
  if (mark.view() != "-rrb-" && mark.view() != "-rsb-" && mark.view() != "-rcb-") return false;
  if (!is_space_or_end(paragraph, b->next + size)) return false;
  add_closer(')', b);
  extend_to(paragraph, b->next + size, b);
  return true;
}

/// 'text . ”': closers surrounded by spaces.
void absorb_spaced_closers(const Window& paragraph, Boundary* b) {
  if (!b->spaced || absorb_parser_bracket(paragraph, b) || !is_plain_closer(b->following)) return;
  const std::size_t end =
      paragraph.skip(b->next, [](CodePoint c) { return is_plain_closer(c) || is_full_stop(c) || is_stop_mark(c); });
  if (!is_space_or_end(paragraph, end)) return;
  ++b->closers;
  extend_to(paragraph, end, b);
}

bool is_double_comma(const Window& paragraph, std::size_t at) {
  return paragraph.at(at) == ',' && (paragraph.second_at(at) == ',' || paragraph.before(at) == ',');
}

/// Finds the first letter or digit of the next unit, after the quotes, brackets, dashes and dots that open it.
void look_ahead(const Window& paragraph, Boundary* b) {
  const std::size_t limit = std::min(paragraph.end(), b->next + max_opening);
  b->word = b->next;
  while (b->word < limit) {
    const CodePoint c = paragraph.at(b->word);
    if (is_dash(c)) {
      b->dashed = true;
    } else if (is_opener(c) || c == '`' || is_bullet(c) || is_dot(c) || is_double_comma(paragraph, b->word)) {
      b->opened = true;
    } else if (!is_space(c)) {
      const std::size_t end = c == '<' || c == '&' ? skip_opening_markup(paragraph, b->word) : b->word;
      if (end == b->word) break;
      b->word = end;
      continue;
    }
    b->word = paragraph.after(b->word);
  }
  b->initial = paragraph.at(b->word);
}

struct BracketPair {
  CodePoint open;
  CodePoint close;
};
constexpr BracketPair bracket_pairs[] = {{'(', ')'},       {'[', ']'},       {0xff08, 0xff09}, {0x300c, 0x300d},
                                         {0x300e, 0x300f}, {0x3010, 0x3011}, {0x300a, 0x300b}};

CodePoint closing_bracket(CodePoint c) {
  for (const BracketPair& pair : bracket_pairs) {
    if (pair.open == c) return pair.close;
  }
  return no_code_point;
}

/// Does a bracket of `bracket_pairs` begin there? Or another mark between U+3008 and U+3011.
constexpr auto may_begin_bracket = [](ByteBlock first, ByteBlock second, ByteBlock third) {
  const ByteBlock ascii = first.in_range('(', ')') | first.equals('[') | first.equals(']');
  const ByteBlock cjk = first.equals('\xe3') & second.equals('\x80') & third.in_range('\x88', '\x91');
  const ByteBlock full_width = first.equals('\xef') & second.equals('\xbc') & third.in_range('\x88', '\x89');
  return ascii | cjk | full_width;
};

/// The closer of the outermost bracket open at `end`.
CodePoint open_bracket_closer(const Window& paragraph, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest = 3;  // bytes
  const std::string_view text = paragraph.slice(0, end);
  std::array<CodePoint, 16> stack{};
  std::size_t depth = 0;
  for (std::size_t at = begin;; at = paragraph.after(at)) {
    at = find_bytes<longest>(text, at, may_begin_bracket);
    if (at == end) break;
    const CodePoint c = paragraph.at(at);
    if (const CodePoint close = closing_bracket(c); close != no_code_point) {
      if (depth < stack.size()) stack[depth++] = close;
    } else if (depth > 0 && c == stack[depth - 1]) {
      --depth;
    }
  }
  return depth > 0 ? stack[0] : no_code_point;
}

}  // namespace

Boundary look_around(const Window& paragraph, const DocumentContext& document, std::size_t unit_begin,
                     std::size_t mark) {
  Boundary b;
  b.unit_begin = unit_begin;
  b.mark = mark;
  scan_run(paragraph, &b);
  scan_closers(paragraph, &b);
  find_next(paragraph, &b);
  absorb_written_breaks(paragraph, document, &b);
  absorb_glued_numbers(paragraph, document, &b);
  absorb_spaced_references(paragraph, &b);
  absorb_spaced_number(paragraph, document, &b);
  absorb_spaced_run(paragraph, &b);
  absorb_spaced_quote(paragraph, &b);
  absorb_spaced_closers(paragraph, &b);
  absorb_verse_number(paragraph, &b);
  look_ahead(paragraph, &b);
  return b;
}

std::string_view token_before(const Window& paragraph, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  for (int n = 0; at > begin && n < max_token; ++n) {
    const std::size_t last = paragraph.previous(at);
    if (ends_token(paragraph.at(last))) break;
    at = last;
  }
  while (at < end && is_invisible(paragraph.at(at))) at = paragraph.after(at);
  return paragraph.slice(at, end);
}

std::size_t before_space(const Window& paragraph, std::size_t at) {
  constexpr std::size_t max_space = 4;  // bytes
  return paragraph.trim_end(std::max(paragraph.begin() + max_space, at) - max_space, at);
}

std::string_view word_at(const Window& paragraph, std::size_t begin) {
  int n = 0;
  const std::size_t end =
      paragraph.skip(begin, [&](CodePoint c) { return n++ < max_token && (is_letter(c) || is_mark(c)); });
  // An apostrophe continues the word if a letter follows.
  std::size_t at = end;
  while (at > begin && n < max_token && is_apostrophe(paragraph.at(at)) && is_letter(paragraph.second_at(at))) {
    at = paragraph.skip(paragraph.after(at),
                        [&](CodePoint c) { return n++ < max_token && (is_letter(c) || is_mark(c)); });
  }
  return paragraph.slice(begin, at);
}

bool in_bracket(const Window& paragraph, std::size_t begin, std::size_t mark) {
  const CodePoint close = open_bracket_closer(paragraph, look_back_limit(begin, mark), mark);
  if (close == no_code_point) return false;
  std::array<char, 4> bytes;
  const std::size_t size = encode(close, bytes.data());
  const std::string_view rest = paragraph.from(mark).substr(0, max_bracket_rest);
  return rest.find(std::string_view(bytes.data(), size)) != std::string_view::npos;
}

}  // namespace tersely
