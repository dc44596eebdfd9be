#include <algorithm>
#include <cmath>

#include "characters.h"
#include "segmentation/lines.h"

namespace tersely {
namespace {

using namespace characters;

/// A newline between two lines that could belong to one paragraph. Lengths are code points.
struct Link {
  std::uint32_t length = 0;      // of the first line, with its indentation
  std::uint32_t first_word = 0;  // of the second line
  CodePoint last = 0;            // of the first line
  CodePoint first = 0;           // of the second

  bool ends_sentence() const { return last == '.' || last == '!' || last == '?' || last == ':' || last == ';'; }
  bool lower_after_open_end() const { return is_lower(first) && !ends_sentence(); }
};

/// The first word of a line; a single character in scripts that break lines anywhere.
std::uint32_t first_word_length(std::string_view line, CodePoint first) {
  if (is_han_or_kana(first)) return 1;
  const Window window(line, 0, line.size());
  return count_code_points(window.slice(0, window.skip(0, [](CodePoint c) { return !is_space(c); })));
}

/// Commas, semicolons or bars without a space behind them, or tabs.
bool has_fields(std::string_view line) {
  int separators = 0;
  for (std::size_t i = 0; i + 1 < line.size() && separators < 2; ++i) {
    const char c = line[i];
    separators += c == '\t' || ((c == ',' || c == ';' || c == '|') && line[i + 1] != ' ') ? 1 : 0;
  }
  return separators >= 2;
}

std::uint32_t length_of(std::string_view text, const Line& line) {
  return count_code_points(text.substr(line.begin, line.last - line.begin));
}

Link link_between(std::string_view text, const Line& a, const Line& b) {
  const std::string_view second = b.of(text);
  const Window first_line(text, a.first, a.last);
  Link link;
  link.length = length_of(text, a);
  link.last = first_line.before(a.last);
  link.first = Window(second, 0, second.size()).at(0);
  link.first_word = first_word_length(second, link.first);
  return link;
}

bool may_continue(const Line& line) {
  return line.role == LineRole::text || line.role == LineRole::item || line.role == LineRole::rule;
}

/// The second lines of all links, as indices.
std::vector<std::size_t> find_links(const std::vector<Line>& lines) {
  std::vector<std::size_t> links;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Line& b = lines[i];
    if (b.after_blank || b.after_separator || b.role != LineRole::text || !may_continue(lines[i - 1])) continue;
    links.push_back(i);
  }
  return links;
}

/// Shares of the links of a text whose lines may be broken at `width`.
struct LinkCounts {
  std::size_t all = 0;
  std::size_t cased = 0;     // the second line begins with a letter that has case
  std::size_t caseless = 0;  // ... with a letter of a script without case
  std::size_t low = 0;       // ... in lower case, the first line ending without a stop
  std::size_t low_full = 0;  // ... and the first line being full
  std::size_t full = 0;      // the first word of the second line did not fit
  std::size_t without_stop = 0;
  std::size_t records = 0;

  bool at_least(std::size_t part, double share) const {
    return static_cast<double>(part) >= share * static_cast<double>(all);
  }
};

LinkCounts count_links(std::string_view text, const std::vector<Line>& lines, const std::vector<std::size_t>& links,
                       std::uint32_t width, const Cancel& cancel) {
  LinkCounts n;
  n.all = links.size();
  const double w = width;
  for (const std::size_t i : links) {
    cancel.check_at(i);
    const std::string_view first_line = lines[i - 1].of(text);
    const Link link = link_between(text, lines[i - 1], lines[i]);
    const double length = link.length;
    const bool word_does_not_fit = length + 1 + link.first_word > w * .97;
    const bool has_case = is_lower(link.first) || is_upper(link.first);
    n.cased += has_case ? 1u : 0u;
    n.records += has_fields(first_line) ? 1u : 0u;
    n.caseless += is_caseless_letter(link.first) ? 1u : 0u;
    n.full += word_does_not_fit || length >= w * .9 ? 1u : 0u;
    n.without_stop += is_full_stop(link.last) || is_stop_mark(link.last) ? 0u : 1u;
    if (!link.lower_after_open_end()) continue;
    ++n.low;
    const bool several_words = first_line.find(' ') != std::string_view::npos;
    n.low_full += (word_does_not_fit || length >= w * .85) && several_words ? 1u : 0u;
  }
  return n;
}

/// The width at which the lines of the text were broken, in code points; 0 if its newlines end paragraphs. Lines of
/// records (logs, CSV, JSON) have many lengths, or begin with neither a lower-case nor a caseless letter.
std::uint32_t find_wrap_width(std::string_view text, const std::vector<Line>& lines, const Cancel& cancel) {
  const std::vector<std::size_t> links = find_links(lines);
  if (links.empty()) return 0;
  std::vector<std::uint32_t> lengths;
  lengths.reserve(links.size());
  for (const std::size_t i : links) {
    cancel.check_at(i);
    lengths.push_back(length_of(text, lines[i - 1]));
  }
  const std::size_t rank = std::min(lengths.size() - 1, lengths.size() * 98 / 100);
  std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(rank), lengths.end());
  const std::uint32_t width = lengths[rank];
  if (width < 25 || width > 140) return 0;
  const LinkCounts n = count_links(text, lines, links, width, cancel);
  if (n.at_least(n.records, .5)) return 0;
  if (n.at_least(n.cased, .5)) {
    const bool clear = width >= 40 && n.low >= 2 && n.low_full >= 2 &&
                       static_cast<double>(n.low_full) >= .7 * static_cast<double>(n.low);
    const bool frequent = n.at_least(n.low, .3) && n.at_least(n.full, .5) && n.low_full > 0;
    const bool short_text = n.all <= 2 && n.low == n.all && n.low_full == n.all && width >= 40;
    return clear || frequent || short_text ? width : 0;
  }
  const bool wrapped = n.all >= 2 && width >= 30 && n.at_least(n.caseless, .5) && n.at_least(n.full, .6) &&
                       n.at_least(n.without_stop, .6);
  return wrapped ? width : 0;
}

bool is_lone_punctuation(const Window& line) {
  const CodePoint c = line.at(line.begin());
  const bool punctuation = c == '.' || c == '!' || c == '?' || c == ',' || c == ';' || c == ':' || c == 0x3002 ||
                           c == 0xff01 || c == 0xff1f || c == 0xff0c || c == 0x3001;
  return punctuation && (line.after(line.begin()) >= line.end() || is_space(line.second_at(line.begin())));
}

/// In a text wrapped at `width`: does the newline between two lines end a paragraph?
bool breaks_wrapped(const Link& link, const Line& a, const Line& b, std::uint32_t width) {
  if (is_lower(link.first) || link.last == ',' || link.last == '-' || link.last == 0x2013) return false;
  if (b.indent() >= a.indent() + 2) return true;
  return static_cast<double>(link.length + 1 + link.first_word) <= static_cast<double>(width) * .8;
}

/// format=flowed: a line that goes on ends in a space.
bool is_flowed(const Link& link, const Line& a) {
  return a.trailing_space && (link.lower_after_open_end() || (link.first == '(' && !link.ends_sentence()));
}

/// Does line `b` begin a new paragraph?
bool breaks(std::string_view text, const Line& a, const Line& b, Newline newline, std::uint32_t width) {
  if (b.after_separator) return true;
  if (newline == Newline::join) return false;
  if (b.after_blank) return true;
  if (newline == Newline::blank) return false;
  if (a.role == LineRole::cue && b.role == LineRole::cue) return false;
  if (newline == Newline::hard || !may_continue(a)) return true;
  if (b.role == LineRole::text && is_lone_punctuation(Window(text, b.first, b.last))) return false;
  // Texts of long lines, one a paragraph, need no look at both sides of each.
  if (width == 0 && (b.role != LineRole::text || !a.trailing_space)) return true;
  const Link link = link_between(text, a, b);
  if (b.role == LineRole::item && width > 0 && is_alnum(link.first)) {
    // In the middle of a wrapped sentence "J. Smith" or "1998. The" begins no list.
    return link.ends_sentence() || breaks_wrapped(link, a, b, width);
  }
  if (b.role != LineRole::text) return true;
  return width > 0 ? breaks_wrapped(link, a, b, width) : !is_flowed(link, a);
}

}  // namespace

std::vector<LineRange> join_lines(std::string_view text, const std::vector<Line>& lines, Newline newline,
                                  const Cancel& cancel) {
  const std::uint32_t width = newline == Newline::automatic ? find_wrap_width(text, lines, cancel) : 0;
  std::vector<LineRange> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    cancel.check_at(i);
    if (i == 0 || breaks(text, lines[i - 1], lines[i], newline, width)) paragraphs.push_back({i, i});
    paragraphs.back().last = i + 1;
  }
  return paragraphs;
}

}  // namespace tersely
