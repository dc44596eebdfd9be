#include "segmentation/lines/wrapped_blocks.h"

#include <algorithm>

#include "languages/language_tables.h"
#include "segmentation/lines/wrapping.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::uint32_t least_width = 30;      // code points
constexpr std::uint32_t least_width_cjk = 16;  // Chinese and Japanese characters are wide
constexpr std::uint32_t most_width = 140;
constexpr std::uint32_t sure_width = 50;  // before a short rest
constexpr std::uint32_t salutation = 60;  // longer lines that end in a comma are not "Dear members of the board,"
constexpr std::size_t most_bytes = 4 * std::size_t{most_width};
constexpr std::size_t most_lines = 40;
constexpr std::ptrdiff_t least_spaces = 3;  // on a line that the next goes on with

/// The last character of a line before closing quotes and brackets.
CodePoint last_mark(std::string_view line) {
  std::size_t end = line.size();
  CodePoint c = no_code_point;
  while (end > 0) {
    c = decode_backward(line, &end);
    if (!is_closer(c)) return c;
  }
  return c;
}

bool ends_in_stop(std::string_view line) {
  const CodePoint c = last_mark(line);
  return is_terminator(c) || c == ':' || c == ';' || c == 0xff1a || c == 0xff1b;
}

std::ptrdiff_t count_spaces(std::string_view line) { return std::count(line.begin(), line.end(), ' '); }

/// The last word of a line if it ends in one, else nothing; of scripts without spaces, the last character.
std::string_view last_word(std::string_view line) {
  std::size_t begin = line.size();
  for (std::size_t at = begin; at > 0; begin = at) {
    const CodePoint c = decode_backward(line, &at);
    if (!is_letter(c) && !is_mark(c) && !is_apostrophe(c)) break;
    if (is_han_or_kana(c)) return line.substr(at);
  }
  return line.substr(begin);
}

/// Do at least half of the words begin in lower case, unlike those of a title?
bool is_mostly_lower(std::string_view line) {
  std::size_t words = 0;
  std::size_t lower = 0;
  bool inside = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, &at);
    const bool in_word = is_alnum(c) || (inside && is_apostrophe(c));
    words += in_word && !inside ? 1u : 0u;
    lower += in_word && !inside && is_lower(c) ? 1u : 0u;
    inside = in_word;
  }
  return 2 * lower >= words;
}

bool has_lower(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (is_lower(decode(line, &at))) return true;
  }
  return false;
}

CodePoint first_of(std::string_view line) {
  std::size_t at = 0;
  return decode(line, &at);
}

/// Would the first word of the second line not have fitted on the first?
bool is_full(const Link& link, std::uint32_t width) { return link.length + 1 + link.first_word > width; }

}  // namespace

bool WrappedBlocks::goes_on(std::size_t i) {
  if (i >= judged_) {
    if (!may_go_on(i) || ends_in_stop(lines_[i - 1].of(text_))) return false;
    judge(i - 1);
  }
  return i < wrapped_;
}

/// Are both lines part of one block?
bool WrappedBlocks::may_go_on(std::size_t i) const {
  const Line& a = lines_[i - 1];
  const Line& b = lines_[i];
  if (b.after_blank || b.after_separator || b.role != LineRole::text) return false;
  if (a.role != LineRole::text && a.role != LineRole::item) return false;
  if (a.last - a.first > most_bytes || b.last - b.first > most_bytes) return false;
  return a.role == LineRole::item ? b.indent() >= a.indent() : b.indent() <= a.indent() + 1;
}

/// Judges the lines from `first` on, up to a line that ends in a stop although the next word would have fitted.
void WrappedBlocks::judge(std::size_t first) {
  std::size_t last = first + 1;
  std::uint32_t width = link_between(text_, lines_[first], lines_[last]).length;
  for (; last < lines_.size() && last - first < most_lines && may_go_on(last); ++last) {
    width = std::max(width, length_of(text_, lines_[last]));
  }
  std::size_t end = first + 1;
  while (end < last && (is_full(link_between(text_, lines_[end - 1], lines_[end]), width) ||
                        !ends_in_stop(lines_[end - 1].of(text_)))) {
    ++end;
  }
  const bool heading = !is_full(link_between(text_, lines_[first], lines_[first + 1]), width);
  judged_ = heading ? first + 2 : std::max(end, first + 2);
  wrapped_ = !heading && is_wrapped(first, end) ? end : first;
}

bool WrappedBlocks::is_wrapped(std::size_t first, std::size_t last) {
  std::uint32_t width = 0;
  for (std::size_t k = first; k < last; ++k) width = std::max(width, length_of(text_, lines_[k]));
  const bool wide = is_han_or_kana(first_of(lines_[first].of(text_)));
  if (width > most_width || width < (wide ? least_width_cjk : least_width)) return false;
  std::size_t open = 0;
  std::size_t shown = 0;
  bool sure = ends_in_stop(lines_[last - 1].of(text_));
  if (!wide && !has_capitals()) return false;
  for (std::size_t k = first; k + 1 < last; ++k) {
    const std::string_view line = lines_[k].of(text_);
    if (!is_full(link_between(text_, lines_[k], lines_[k + 1]), width) || has_fields(line)) return false;
    if (!wide && count_spaces(line) < least_spaces) return false;
    if (ends_in_stop(line)) continue;
    ++open;
    const bool function_word = ends_in_function_word(k);
    sure = sure || function_word;
    shown += function_word || continues_in_lower_case(k) || has_short_rest(k) ? 1u : 0u;
  }
  return sure && open > 0 && 2 * shown >= open;
}

/// Before lower case, any stop word goes on. Before a capital or number, only one that may begin a sentence does, since
/// "together" and "it" may end one; and the line may be a title, unless its words are those of a sentence.
bool WrappedBlocks::ends_in_function_word(std::size_t k) const {
  const std::string_view line = lines_[k].of(text_);
  const std::string_view word = last_word(line);
  if (word.empty() || is_upper(first_of(word))) return false;
  const FoldedWord folded(word);
  if (is_lower(first_of(lines_[k + 1].of(text_)))) return language_.is_stop_word(folded.view());
  return language_.is_starter(folded.view()) && is_mostly_lower(line) &&
         language_.tables().openings().find(word).kind != Opening::pronoun;
}

/// A line that ends in a comma may be a salutation.
bool WrappedBlocks::continues_in_lower_case(std::size_t k) const {
  const std::string_view line = lines_[k].of(text_);
  if (line.ends_with(',') && length_of(text_, lines_[k]) < salutation) return false;
  return is_lower(first_of(lines_[k + 1].of(text_)));
}

/// "... four of them to Port / Selwick." In a longer text, the first line may be a title, and the rest one too.
bool WrappedBlocks::has_short_rest(std::size_t k) const {
  const std::string_view line = lines_[k].of(text_);
  const std::string_view rest = lines_[k + 1].of(text_);
  if (lines_.size() > 2) return false;
  return rest.ends_with('.') && count_spaces(rest) <= 1 && has_lower(rest) && is_mostly_lower(line) &&
         length_of(text_, lines_[k]) >= sure_width;
}

bool WrappedBlocks::has_capitals() {
  constexpr std::size_t sample = 4096;  // bytes
  if (!has_capitals_) {
    has_capitals_ = false;
    for (std::size_t at = 0; at < std::min(sample, text_.size()) && !*has_capitals_;) {
      has_capitals_ = is_upper(decode(text_, &at));
    }
  }
  return *has_capitals_;
}

}  // namespace tersely
