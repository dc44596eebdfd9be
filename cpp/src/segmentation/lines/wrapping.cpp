#include "segmentation/lines/wrapping.h"

#include <algorithm>
#include <array>

#include "segmentation/lines/glued_words.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::uint32_t min_width = 25;
constexpr std::uint32_t max_width = 140;
constexpr double full_share = .85;       // lines of at least this share of the width are full
constexpr double excess_share = 1.1;     // longer lines were not wrapped at this width
constexpr std::size_t enough_links = 3;  // WrappedBlocks judges texts of two or three lines
constexpr double least_double = 1.6;
constexpr double most_double = 2.2;

/// The first word of a line; a single character for scripts that break lines anywhere.
std::uint32_t first_word_length(std::string_view line, CodePoint first) {
  if (is_han_or_kana(first)) return 1;
  std::uint32_t length = 0;
  for (std::size_t at = 0; at < line.size() && !is_space(decode(line, &at)); ++length) {
  }
  return length;
}

/// A piece of a formula or of a table: a few words on a short line. It says nothing about the width of prose.
bool is_piece(std::string_view line, const Link& link, double width) {
  constexpr int enough_words = 4;
  if (link.length >= width * .5) return false;
  int words = 0;
  bool letter = false;  // was the character before a letter
  bool counted = false;
  for (std::size_t at = 0; at < line.size() && words < enough_words;) {
    const bool is = is_letter(decode(line, &at));
    words += is && letter && !counted ? 1 : 0;
    counted = is && (counted || letter);
    letter = is;
  }
  return words < enough_words;
}

/// A link, and the index of its second line.
struct PlacedLink {
  std::size_t line = 0;
  Link link;
};

std::vector<PlacedLink> find_links(std::string_view text, const std::vector<Line>& lines, const Cancel& cancel) {
  std::vector<PlacedLink> links;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    cancel.check_at(i);
    const Line& b = lines[i];
    if (b.after_blank || b.after_separator || b.role != LineRole::text || !may_continue(lines[i - 1])) continue;
    links.push_back({i, link_between(text, lines[i - 1], b)});
  }
  return links;
}

/// Do half of the first lines, not counting pieces, have fields?
bool are_records(std::string_view text, const std::vector<Line>& lines, const std::vector<PlacedLink>& links,
                 std::uint32_t width) {
  std::size_t all = 0;
  std::size_t records = 0;
  for (const PlacedLink& placed : links) {
    const std::string_view first_line = lines[placed.line - 1].of(text);
    if (is_piece(first_line, placed.link, width)) continue;
    ++all;
    records += has_fields(first_line) ? 1u : 0u;
  }
  return 2 * records >= all;
}

/// Counts of the links of a text whose lines may be wrapped at `width`.
struct LinkCounts {
  std::size_t with_pieces = 0;
  std::size_t all = 0;        // the first line is not a piece of a table, a formula or a menu
  std::size_t cased = 0;      // the second line begins with a letter that has case
  std::size_t caseless = 0;   // ... with a letter of a script without case
  std::size_t open = 0;       // ... in lower case, and the first line ends without a stop
  std::size_t open_full = 0;  // ... and the first line is full
  std::size_t open_over = 0;  // ... or is longer than the width allows, but not twice as long
  std::size_t full = 0;       // the first word of the second line did not fit
  std::size_t without_stop = 0;
  std::size_t closed = 0;        // the first line ends in a stop
  std::size_t closed_lower = 0;  // ... and the second still begins in lower case

  bool at_least(std::size_t part, double share) const { return part_of(part, all, share); }
  /// Formulas and captions break lines anywhere, so in a long text three of five are enough.
  bool are_full() const { return part_of(open_full, open, open >= 100 ? .6 : .7); }
  static bool part_of(std::size_t part, std::size_t whole, double share) {
    return static_cast<double>(part) >= share * static_cast<double>(whole);
  }
};

void count_link(std::string_view first_line, const Link& link, double width, LinkCounts* n) {
  if (is_piece(first_line, link, width)) return;
  ++n->all;
  const double length = link.length;
  const bool word_does_not_fit = length + 1 + link.first_word > width * .97;
  n->cased += is_lower(link.first) || is_upper(link.first) ? 1u : 0u;
  n->caseless += is_caseless_letter(link.first) ? 1u : 0u;
  n->full += word_does_not_fit || length >= width * .9 ? 1u : 0u;
  n->without_stop += is_full_stop(link.last) || is_stop_mark(link.last) ? 0u : 1u;
  n->closed += link.ends_sentence() ? 1u : 0u;
  n->closed_lower += link.ends_sentence() && is_lower(link.first) ? 1u : 0u;
  if (!link.lower_after_open_end()) return;
  ++n->open;
  // Some extractors lose the spaces. Lists of addresses and hashes have no commas either.
  const bool several_words = first_line.find_first_of(" ,") != std::string_view::npos || has_glued_words(first_line);
  const bool full = (word_does_not_fit || length >= width * full_share) && several_words;
  n->open_full += full ? 1u : 0u;
  const bool is_double = length >= width * least_double && length <= width * most_double;
  n->open_over += full && length > width * excess_share && !is_double ? 1u : 0u;
}

LinkCounts count_links(std::string_view text, const std::vector<Line>& lines, const std::vector<PlacedLink>& links,
                       std::uint32_t width) {
  LinkCounts n;
  n.with_pieces = links.size();
  for (const PlacedLink& placed : links) count_link(lines[placed.line - 1].of(text), placed.link, width, &n);
  return n;
}

/// The length below which 98 of 100 lengths lie. Reorders them.
std::uint32_t nearly_longest(std::vector<std::uint32_t>* lengths) {
  const std::size_t rank = std::min(lengths->size() - 1, lengths->size() * 98 / 100);
  std::nth_element(lengths->begin(), lengths->begin() + static_cast<std::ptrdiff_t>(rank), lengths->end());
  return (*lengths)[rank];
}

std::uint32_t scaled(std::uint32_t width, double share) {
  return static_cast<std::uint32_t>(static_cast<double>(width) * share);
}

constexpr std::size_t longest = std::size_t{2} * max_width;
using LengthCounts = std::array<std::uint32_t, longest + 1>;  // of lines, by their length

/// The width at which the most lines are full, or 0. Some extractors write the lines of two columns side by side, or
/// join a line to the next when they remove its hyphen. Such double lines count half.
std::uint32_t most_common_width(const LengthCounts& counts) {
  std::array<std::uint32_t, longest + 2> below{};
  for (std::size_t l = 0; l <= longest; ++l) below[l + 1] = below[l] + counts[l];
  const auto between = [&](std::uint32_t low, std::uint32_t high) {
    return below[std::min<std::size_t>(high, longest) + 1] - below[low];
  };
  std::uint32_t best = 0;
  std::uint32_t most = 0;
  for (std::uint32_t width = min_width; width <= max_width; ++width) {
    if (counts[width] == 0) continue;
    const std::uint32_t full = 10 * between(scaled(width, full_share), width) +
                               5 * between(scaled(width, least_double), scaled(width, most_double));
    if (full >= most) {
      best = width;
      most = full;
    }
  }
  return best;
}

/// Were all lines of a text without records wrapped at the width?
bool is_wrapped_at(const LinkCounts& n, std::uint32_t width) {
  if (n.at_least(n.cased, .5)) {
    if (n.with_pieces < enough_links) return false;
    const bool clear = width >= 40 && n.open >= 2 && n.open_full >= 2 && n.are_full();
    const bool frequent = LinkCounts::part_of(n.open, n.with_pieces, .3) &&
                          LinkCounts::part_of(n.full, n.with_pieces, .5) && n.open_full > 0;
    return clear || frequent;
  }
  return n.all >= 2 && width >= 30 && n.at_least(n.caseless, .5) && n.at_least(n.full, .6) &&
         n.at_least(n.without_stop, .6);
}

/// Do hundreds of lines continue in lower case, and do lines after a stop begin with a capital? Then the text is
/// wrapped, whatever the widths are.
bool goes_on_all_over(const LinkCounts& n) {
  return n.open >= 200 && n.at_least(n.open, .4) && n.closed >= 10 && 4 * n.closed_lower <= n.closed &&
         LinkCounts::part_of(n.open_full, n.open, .4);
}

/// The same for texts of several widths, of which `width` is the most common. It is stricter, since any text has a most
/// common width. Texts without capitals give no evidence.
bool is_mostly_wrapped_at(const LinkCounts& n, std::uint32_t width) {
  const std::size_t at_width = n.open_full - n.open_over;
  if (5 * n.closed_lower > 4 * n.closed) return false;
  if (!n.at_least(n.cased, .5)) return false;
  if (goes_on_all_over(n)) return true;
  return width >= 40 && n.open >= 3 && n.at_least(n.open, .12) && n.are_full() &&
         LinkCounts::part_of(at_width, n.open, .55);
}

}  // namespace

bool Link::lower_after_open_end() const { return is_lower(first) && !ends_sentence(); }

Link ends_of(std::string_view text, const Line& a, const Line& b) {
  Link link;
  link.last = Window(text, a.first, a.last).before(a.last);
  link.first = Window(text, b.first, b.last).at(b.first);
  return link;
}

Link link_between(std::string_view text, const Line& a, const Line& b) {
  Link link = ends_of(text, a, b);
  link.length = length_of(text, a);
  link.first_word = first_word_length(b.of(text), link.first);
  return link;
}

std::uint32_t length_of(std::string_view text, const Line& line) {
  return count_code_points(text.substr(line.begin, line.last - line.begin));
}

bool may_continue(const Line& line) {
  return line.role == LineRole::text || line.role == LineRole::item || line.role == LineRole::rule ||
         line.role == LineRole::caption;
}

bool has_fields(std::string_view line) {
  int separators = 0;
  for (std::size_t i = 0; i + 1 < line.size() && separators < 2; ++i) {
    const char c = line[i];
    separators += c == '\t' || ((c == ',' || c == ';' || c == '|') && line[i + 1] != ' ') ? 1 : 0;
  }
  return separators >= 2;
}

struct Wrapping::OpenLink {
  std::size_t line = 0;
  std::uint32_t length = 0;
};

Wrapping::Wrapping(std::string_view text, const std::vector<Line>& lines, const Cancel& cancel) {
  const std::vector<PlacedLink> links = find_links(text, lines, cancel);
  if (links.empty()) return;
  std::vector<std::uint32_t> lengths;
  std::vector<OpenLink> open;
  LengthCounts counts{};
  lengths.reserve(links.size());
  for (const PlacedLink& placed : links) {
    const std::uint32_t length = placed.link.length;
    lengths.push_back(length);
    if (length > longest || !placed.link.lower_after_open_end()) continue;
    open.push_back({placed.line, length});
    ++counts[length];
  }
  const std::uint32_t widest = nearly_longest(&lengths);
  const std::uint32_t common = open.size() >= 3 ? most_common_width(counts) : 0;
  const auto is_mostly_common = [&] { return is_mostly_wrapped_at(count_links(text, lines, links, common), common); };
  const bool is_double = common > 0 && scaled(common, least_double) < widest && is_mostly_common();
  if (!is_double && widest >= min_width && widest <= max_width &&
      is_wrapped_at(count_links(text, lines, links, widest), widest)) {
    width_ = widest;
  } else if (is_double || (common > 0 && is_mostly_common())) {
    width_ = common;
    is_mixed_ = true;
  }
  if (width_ == 0) return;
  if (are_records(text, lines, links, width_)) {
    *this = Wrapping();
    return;
  }
  find_local_widths(open, lines.size());
}

/// The width around a line differs from that of the text if three of the six nearest open links say so.
void Wrapping::find_local_widths(const std::vector<OpenLink>& open, std::size_t n_lines) {
  constexpr std::size_t reach = 12;  // lines
  constexpr std::size_t nearest = 3;
  constexpr double different = 1.3;
  local_.assign(n_lines, static_cast<std::uint16_t>(width_));
  bool differs = false;
  for (std::size_t i = 0, next = 0; i < n_lines; ++i) {
    while (next < open.size() && open[next].line < i) ++next;
    std::array<std::uint32_t, 2 * nearest> near{};
    std::size_t n = 0;
    for (std::size_t k = next < nearest ? 0 : next - nearest; k < std::min(open.size(), next + nearest); ++k) {
      if (open[k].line + reach >= i && open[k].line <= i + reach) near[n++] = open[k].length;
    }
    std::uint32_t best = 0;
    std::size_t most = nearest - 1;
    for (std::size_t k = 0; k < n; ++k) {
      const auto full = static_cast<std::size_t>(
          std::count_if(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(n),
                        [&](std::uint32_t l) { return l <= near[k] && l >= scaled(near[k], full_share); }));
      if (full > most || (full == most && best > 0 && near[k] > best)) {
        most = full;
        best = near[k];
      }
    }
    const bool other = best > 0 && (scaled(best, different) < width_ || best > scaled(width_, different));
    if (!other) continue;
    local_[i] = static_cast<std::uint16_t>(best);
    differs = true;
  }
  if (!differs) local_.clear();
}

}  // namespace tersely
