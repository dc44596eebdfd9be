#include <algorithm>

#include "segmentation/lines/lines.h"
#include "segmentation/lines/wrapped_blocks.h"
#include "segmentation/lines/wrapping.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

bool is_lone_punctuation(const Window& line) {
  const CodePoint c = line.at(line.begin());
  const bool punctuation = c == '.' || c == '!' || c == '?' || c == ',' || c == ';' || c == ':' || c == 0x3002 ||
                           c == 0xff01 || c == 0xff1f || c == 0xff0c || c == 0x3001;
  return punctuation && (line.after(line.begin()) >= line.end() || is_space(line.second_at(line.begin())));
}

/// A dash at the end of a line may be a hyphen.
bool ends_in_hyphen(const Link& link) {
  return link.last == '-' || link.last == 0x2010 || link.last == 0x2013 || link.last == 0xad || link.last == 0xfffe;
}

/// Would the first word of the second line have fitted on the first?
bool is_short(const Link& link, std::uint32_t width) {
  return static_cast<double>(link.length + 1 + link.first_word) <= static_cast<double>(width) * .8;
}

/// In a text wrapped at `width`: does the line break between two lines end a paragraph?
bool breaks_wrapped(const Link& link, const Line& a, const Line& b, std::uint32_t width) {
  if (is_lower(link.first) || link.last == ',' || ends_in_hyphen(link)) return false;
  if (b.indent() >= a.indent() + 2) return true;
  return is_short(link, width);
}

/// In format=flowed, a line that continues on the next ends in a space.
bool is_flowed(const Link& link, const Line& a) {
  return a.trailing_space && (link.lower_after_open_end() || (link.first == '(' && !link.ends_sentence()));
}

/// Lines of this length are whole paragraphs, unless a page ended inside one.
constexpr std::size_t paragraph_bytes = 600;

/// In a text with one paragraph per line: is the line only the first part of one, and the next the rest? Most lines
/// need no further checks.
bool is_cut_paragraph(std::string_view text, const Line& a, const Line& b) {
  if (a.last - a.first < paragraph_bytes || b.last - b.first < paragraph_bytes / 8) return false;
  if (b.role != LineRole::text || !may_continue(a)) return false;
  if (!ends_of(text, a, b).lower_after_open_end()) return false;
  // If everything is in lower case, paragraphs begin in lower case too.
  const std::string_view first = a.of(text);
  return std::any_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Does a sentence continue after blank lines or a form feed? Only if the text is known to be wrapped, or a page ends.
bool goes_on_later(std::string_view text, const Line& a, const Line& b, std::uint32_t width) {
  if (b.role != LineRole::text || !may_continue(a)) return false;
  const Link link = link_between(text, a, b);
  if (!link.lower_after_open_end()) return false;
  if (width == 0) return b.after_page && text.substr(a.first, a.last - a.first).find(' ') != std::string_view::npos;
  return ends_in_hyphen(link) || !is_short(link, width);
}

/// Does line `b` begin a new paragraph, if line breaks alone decide?
bool breaks_automatic(std::string_view text, const Line& a, const Line& b, std::uint32_t width) {
  if (b.after_separator || b.after_blank) {
    const bool may_go_on = b.after_separator ? b.after_page : width > 0;
    return !may_go_on || !goes_on_later(text, a, b, width);
  }
  if (a.role == LineRole::cue && b.role == LineRole::cue) return false;
  if (!may_continue(a)) return true;
  if (b.role == LineRole::text && is_lone_punctuation(Window(text, b.first, b.last))) return false;
  // In texts with one long line per paragraph, most breaks need no look at both sides.
  if (width == 0 && (b.role != LineRole::text || !a.trailing_space)) return !is_cut_paragraph(text, a, b);
  const Link link = link_between(text, a, b);
  if (b.role == LineRole::item && width > 0 && is_alnum(link.first)) {
    // In the middle of a wrapped sentence, "J. Smith" or "1998. The" does not begin a list.
    return link.ends_sentence() || breaks_wrapped(link, a, b, width);
  }
  if (b.role != LineRole::text) return true;
  return width > 0 ? breaks_wrapped(link, a, b, width) : !is_flowed(link, a) && !is_cut_paragraph(text, a, b);
}

/// Does line `b` begin a new paragraph?
bool breaks(std::string_view text, const Line& a, const Line& b, Newline newline, std::uint32_t width) {
  if (newline == Newline::automatic) return breaks_automatic(text, a, b, width);
  if (b.after_separator) return true;
  if (newline == Newline::join) return false;
  if (b.after_blank || newline == Newline::hard) {
    return b.after_blank || a.role != LineRole::cue || b.role != LineRole::cue;
  }
  return false;
}

/// Is the line inside a sentence of which it is not a part? "near the / Send reprints to: A. Moor / base". Greedy line
/// breaking leaves no room for the next word, so short lines that continue in lower case are rare.
bool is_intrusion(std::string_view text, const std::vector<Line>& lines, std::size_t i, std::uint32_t width) {
  if (i == 0 || i + 1 >= lines.size()) return false;
  for (std::size_t k = i - 1; k < i + 2; ++k) {
    if (lines[k].role != LineRole::text) return false;
  }
  const Link before = ends_of(text, lines[i - 1], lines[i]);
  if (before.ends_sentence() || before.last == ',' || ends_in_hyphen(before) || !is_upper(before.first)) return false;
  const Link after = link_between(text, lines[i], lines[i + 1]);
  const double filled = after.length + 1 + after.first_word;
  return after.lower_after_open_end() && after.last != ',' && !ends_in_hyphen(after) &&
         filled <= .65 * static_cast<double>(width);
}

}  // namespace

std::vector<LineRange> join_lines(std::string_view text, const std::vector<Line>& lines, Newline newline,
                                  const Wrapping& wrapping, const Language& language, const Cancel& cancel) {
  std::vector<LineRange> paragraphs;
  WrappedBlocks blocks(text, lines, language);
  bool intruded = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    cancel.check_at(i);
    const std::uint32_t width = wrapping.width_at(i);
    const bool intrudes = wrapping.is_mixed() && is_intrusion(text, lines, i, width);
    const bool begins = i == 0 || intrudes || intruded || breaks(text, lines[i - 1], lines[i], newline, width);
    const bool goes_on = begins && i > 0 && newline == Newline::automatic && width == 0 && blocks.goes_on(i);
    if (begins && !goes_on) paragraphs.push_back({i, i});
    paragraphs.back().last = i + 1;
    intruded = intrudes;
  }
  return paragraphs;
}

}  // namespace tersely
