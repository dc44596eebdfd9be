#include "segmentation/boundaries/quotes.h"

#include <cstdint>

#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

constexpr int max_quotation = 800;  // code points

/// Does `c` close what `open` opens? A straight quote closes itself.
bool closes(CodePoint open, CodePoint c) {
  switch (open) {
    case 0x201c:
      return c == 0x201d;
    case 0xab:
      return c == 0xbb;
    case 0x201e:
      return c == 0x201c || c == 0x201d;
    case 0x300c:
      return c == 0x300d;
    case '(':
      return c == ')';
    default:
      return c == open;
  }
}

bool reopens(CodePoint open, CodePoint c) { return c == open && open != '"' && open != '\''; }

bool is_word_character(CodePoint c) { return is_alnum(c) || c == '_'; }

/// Does a quotation open at `at`? Straight marks open only before a word, not inside one.
bool opens(const Window& paragraph, std::size_t at, CodePoint c) {
  if (c == 0x201c || c == 0xab || c == 0x201e || c == 0x300c || c == '(') return true;
  if (c != '"' && c != '\'') return false;
  if (is_word_character(paragraph.before(at))) return false;
  return c == '"' || is_letter(paragraph.second_at(at));
}

/// The offset of the mark that closes what opens at `at`, or `at`.
std::size_t find_close(const Window& paragraph, std::size_t at, CodePoint open) {
  std::size_t i = paragraph.after(at);
  for (int n = 0; i < paragraph.end() && n < max_quotation; ++n, i = paragraph.after(i)) {
    const CodePoint c = paragraph.at(i);
    if (closes(open, c)) {
      const bool inside_word = (open == '\'' || open == '"') && is_word_character(paragraph.second_at(i));
      if (!inside_word) return i;
      if (open == '"') return at;
    } else if (reopens(open, c)) {
      return at;
    }
  }
  return at;
}

}  // namespace

void find_quotations(const Window& paragraph, const Cancel& cancel, std::vector<Span>* quotations) {
  std::uint64_t opened = 0;
  for (std::size_t at = paragraph.begin(); at < paragraph.end();) {
    const CodePoint c = paragraph.at(at);
    if (opens(paragraph, at, c)) {
      cancel.check_at(opened++);
      if (const std::size_t close = find_close(paragraph, at, c); close > at) {
        quotations->push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close)});
        at = close;
      }
    }
    at = paragraph.after(at);
  }
}

}  // namespace tersely
