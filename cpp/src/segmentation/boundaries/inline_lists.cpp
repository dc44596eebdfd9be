#include "segmentation/boundaries/inline_lists.h"

#include <optional>

#include "segmentation/boundaries/lookaround.h"
#include "segmentation/boundaries/token.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

struct Marker {
  enum class Letters : std::uint8_t { digits, lower, upper };

  int value = 0;  // 1 for "1", "a", "A"
  Letters letters = Letters::digits;
  bool opened = false;  // "("
  bool dotted = false;  // "."
  bool closed = false;  // ")"
  std::size_t end = 0;

  bool is_followed_by(const Marker& next) const {
    return next.value == value + 1 && next.letters == letters && next.opened == opened && next.dotted == dotted &&
           next.closed == closed;
  }
};

/// One or two digits, or one letter.
std::size_t read_value(const Window& paragraph, std::size_t at, Marker* marker) {
  const CodePoint c = paragraph.at(at);
  if (c >= 'a' && c <= 'z') {
    marker->letters = Marker::Letters::lower;
    marker->value = c - 'a' + 1;
  } else if (c >= 'A' && c <= 'Z') {
    marker->letters = Marker::Letters::upper;
    marker->value = c - 'A' + 1;
  } else if (is_ascii_digit(c)) {
    marker->value = c - '0';
    if (const CodePoint d = paragraph.at(at + 1); is_ascii_digit(d)) {
      marker->value = 10 * marker->value + (d - '0');
      ++at;
    }
  } else {
    return at;
  }
  return at + 1;
}

std::optional<Marker> marker_at(const Window& paragraph, std::size_t at) {
  Marker marker;
  marker.opened = paragraph.at(at) == '(';
  const std::size_t value = marker.opened ? at + 1 : at;
  std::size_t end = read_value(paragraph, value, &marker);
  if (end == value) return std::nullopt;
  marker.dotted = paragraph.at(end) == '.';
  if (marker.dotted) ++end;
  marker.closed = paragraph.at(end) == ')';
  if (marker.closed) ++end;
  if ((!marker.dotted && !marker.closed) || !is_space(paragraph.at(end))) return std::nullopt;
  marker.end = end;
  return marker;
}

/// A bullet before a marker belongs to its item.
std::size_t include_bullet(const Window& paragraph, std::size_t at) {
  std::size_t before = at;
  while (paragraph.before(before) == ' ' || paragraph.before(before) == '\t') --before;
  return is_bullet(paragraph.before(before)) ? paragraph.previous(before) : at;
}

/// The offset after the words in capitals at `at`, if a marker follows them; else `at`.
std::size_t skip_heading_in_capitals(const Window& paragraph, std::size_t at) {
  constexpr int max_words = 6;
  if (!is_upper(paragraph.at(at)) || !is_upper(paragraph.second_at(at))) return at;  // most units
  std::size_t end = at;
  for (int n = 0; n < max_words && is_capital_word(word_at(paragraph, end)); ++n) {
    end += word_at(paragraph, end).size();
    if (paragraph.at(end) != ' ') return at;
    ++end;
  }
  return end > at && is_ascii_digit(paragraph.at(end)) ? end : at;
}

bool follows_end(const Window& paragraph, std::size_t at) {
  const CodePoint c = paragraph.before(paragraph.trim_end(paragraph.begin(), at));
  return is_terminator(c) || is_closer(c) || c == ';' || c == ':';
}

}  // namespace

std::size_t find_inline_items(const Window& paragraph, std::size_t begin, std::vector<std::size_t>* begins) {
  constexpr std::size_t max_item = 1000;                                                     // bytes
  if (is_letter(paragraph.at(begin)) && is_lower(paragraph.second_at(begin))) return begin;  // most units
  std::size_t at = paragraph.skip(begin, [](CodePoint c) { return is_bullet(c) || c == ' '; });
  const std::size_t first = skip_heading_in_capitals(paragraph, at);
  const bool after_heading = first > at;
  at = first;
  std::optional<Marker> last = marker_at(paragraph, at);
  if (!last || last->value != 1) return at;
  at = last->end;
  while (at < paragraph.end() && at - last->end <= max_item) {
    at = paragraph.skip_space(at);
    if (const std::optional<Marker> marker = marker_at(paragraph, at); marker && last->is_followed_by(*marker)) {
      if (after_heading && !follows_end(paragraph, at)) break;
      begins->push_back(include_bullet(paragraph, at));
      last = marker;
    }
    at = paragraph.skip(at, [](CodePoint c) { return !is_space(c); });
  }
  if (begins->empty()) return at;
  if (after_heading) begins->insert(begins->begin(), first);
  return last->end;
}

std::size_t skip_inline_marker(const Window& paragraph, std::size_t at) {
  const std::size_t begin = paragraph.skip(at, [](CodePoint c) { return is_bullet(c) || c == ' '; });
  const std::optional<Marker> marker = marker_at(paragraph, begin);
  return marker ? paragraph.skip_space(marker->end) : at;
}

}  // namespace tersely
