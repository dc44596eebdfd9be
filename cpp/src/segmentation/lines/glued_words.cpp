#include "segmentation/lines/glued_words.h"

#include <cstddef>

namespace tersely {
namespace {

constexpr std::size_t longest_word = 24;

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// The begin of the next row of more small letters than a word has, from `at` on; else the end. Looks at one byte of
/// most words.
std::size_t find_glued(std::string_view text, std::size_t at) {
  while (at + longest_word < text.size()) {
    std::size_t last = at + longest_word;
    while (last > at && is_small(text[last])) --last;
    if (last == at && is_small(text[at])) return at;
    at = last + 1;
  }
  return text.size();
}

}  // namespace

bool has_glued_words(std::string_view piece) { return find_glued(piece, 0) < piece.size(); }

bool is_glued_text(std::string_view text) {
  constexpr std::size_t enough = 10;
  constexpr std::size_t bytes_per_glued = 600;  // a hundred words
  std::size_t found = 0;
  for (std::size_t at = find_glued(text, 0); at < text.size(); at = find_glued(text, at)) {
    ++found;
    while (at < text.size() && is_small(text[at])) ++at;
  }
  return found >= enough && found * bytes_per_glued >= text.size();
}

}  // namespace tersely
