#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "segmentation/lines/captions.h"
#include "segmentation/lines/front_labels.h"
#include "segmentation/lines/lines.h"
#include "segmentation/lines/reference_marks.h"
#include "segmentation/lines/wrapping.h"
#include "text/characters.h"
#include "text/icu.h"

namespace tersely {
namespace {

using namespace characters;

bool is_plain(const Line& line) {
  return line.role == LineRole::text || line.role == LineRole::item || line.role == LineRole::rule;
}

// --- captions --------------------------------------------------------------------------------------------------------

/// "as shown in"
bool ends_in_function_word(std::string_view line, const Language& language) {
  const std::size_t space = line.find_last_of(' ');
  return space != std::string_view::npos && language.is_stop_word(fold(line.substr(space + 1)));
}

/// "(a) A neuron.", "(b) A network.": what stands above the caption of a figure about its parts, narrower than the
/// text.
void mark_parts_above(std::string_view text, const Wrapping& wrapping, std::size_t caption, std::vector<Line>* lines) {
  constexpr std::size_t reach = 20;  // lines
  for (std::size_t i = caption; i > 0 && caption - i < reach; --i) {
    const Line& line = (*lines)[i - 1];
    const std::string_view shown = line.of(text);
    const bool begins = shown.starts_with("(a)");
    const bool narrow = count_code_points(shown) < wrapping.width_at(i - 1) * 3 / 4;
    if (!begins && !narrow) return;
    if (!begins) continue;
    for (; i <= caption; ++i) (*lines)[i - 1].aside = true;
    return;
  }
}

/// In the middle of a wrapped sentence "Fig. 2. It" begins no caption.
void mark_captions(std::string_view text, const Language& language, const Wrapping& wrapping,
                   std::vector<Line>* lines) {
  for (std::size_t i = 0; i < lines->size(); ++i) {
    Line& line = (*lines)[i];
    if (line.role != LineRole::text || !is_caption(line.of(text))) continue;
    if (i > 0 && !line.after_blank && !line.after_separator && may_continue((*lines)[i - 1])) {
      const Link link = link_between(text, (*lines)[i - 1], line);
      const bool full = static_cast<double>(link.length) > .8 * static_cast<double>(wrapping.width_at(i));
      const bool inside = !wrapping.is_mixed() || ends_in_function_word((*lines)[i - 1].of(text), language);
      if (wrapping.is_wrapped() && !link.ends_sentence() && full && inside) continue;
    }
    line.role = LineRole::caption;
    if (wrapping.is_wrapped()) mark_parts_above(text, wrapping, i, lines);
  }
}

// --- page numbers and running heads ----------------------------------------------------------------------------------

/// "12", "- 12 -", "xii". A year may be the rest of a sentence.
bool is_page_number(std::string_view line, bool alone) {
  constexpr std::string_view frame = " -|\u2013\u2014";
  const std::size_t first = line.find_first_not_of(frame);
  if (first == std::string_view::npos) return false;
  const std::size_t last = line.find_last_not_of(frame);
  const std::string_view number = line.substr(first, last + 1 - first);
  const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
  const bool roman = number.find_first_not_of("ivxl") == std::string_view::npos;
  return (digits && number.size() <= (alone ? 4u : 3u)) || (roman && number.size() >= 2 && number.size() <= 6);
}

/// The line without what differs from page to page: digits and white space.
std::string head_of(std::string_view line) {
  std::string head;
  for (const char c : line) {
    if (!is_ascii_digit(static_cast<unsigned char>(c)) && c != ' ' && c != '\t') head += c;
  }
  return head;
}

bool ends_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(',');
}

/// The lines that may be the head or the foot of a page, with their number: those around form feeds, or any where the
/// text has none.
std::vector<std::pair<std::string, std::size_t>> find_heads(std::string_view text, const std::vector<Line>& lines,
                                                            bool has_pages) {
  constexpr std::size_t edge = 3;
  constexpr std::size_t least = 8;  // bytes
  constexpr std::size_t longest = 200;
  std::vector<std::pair<std::string, std::size_t>> heads;
  std::size_t after_page = edge;
  std::size_t next_page = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    after_page = lines[i].after_page || i == 0 ? 0 : after_page + 1;
    while (next_page < lines.size() && (next_page <= i || !lines[next_page].after_page)) ++next_page;
    const std::string_view line = lines[i].of(text);
    const bool at_edge = !has_pages || after_page < edge || i + edge >= next_page;
    if (!at_edge || !is_plain(lines[i]) || line.size() < least || line.size() > longest || ends_sentence(line))
      continue;
    if (is_lower(Window(line, 0, line.size()).at(0))) continue;
    heads.emplace_back(head_of(line), i);
  }
  return heads;
}

void mark_running_heads(std::string_view text, bool has_pages, std::vector<Line>* lines) {
  const std::size_t repeats = has_pages ? 2 : 3;
  constexpr std::size_t least_page = 15;  // lines
  auto heads = find_heads(text, *lines, has_pages);
  std::sort(heads.begin(), heads.end());
  for (std::size_t begin = 0; begin < heads.size();) {
    std::size_t end = begin;
    while (end < heads.size() && heads[end].first == heads[begin].first) ++end;
    const std::size_t lines_between = heads[end - 1].second - heads[begin].second;
    const bool repeated = end - begin >= repeats && lines_between >= (end - begin - 1) * least_page;
    for (std::size_t i = begin; repeated && !heads[begin].first.empty() && i < end; ++i) {
      Line& line = (*lines)[heads[i].second];
      line.role = LineRole::heading;
      line.content = line.first;
    }
    begin = end;
  }
}

void mark_page_numbers(std::string_view text, std::vector<Line>* lines) {
  for (Line& line : *lines) {
    if (!is_plain(line) || !is_page_number(line.of(text), line.after_blank || line.after_separator)) continue;
    line.role = LineRole::heading;
    line.content = line.first;
  }
}

// --- references ------------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 22> reference_titles = {"references",
                                                               "bibliography",
                                                               "literaturecited",
                                                               "workscited",
                                                               "referencescited",
                                                               "literatur",
                                                               "literaturverzeichnis",
                                                               "quellenverzeichnis",
                                                               "références",
                                                               "bibliographie",
                                                               "referencias",
                                                               "bibliografía",
                                                               "referências",
                                                               "bibliografia",
                                                               "riferimenti",
                                                               "literatura",
                                                               "referenser",
                                                               "referanser",
                                                               "lähteet",
                                                               "списоклитературы",
                                                               "литература",
                                                               "参考文献"};

/// Does a title begin with the letter, whatever its case?
bool begins_title_of_references(CodePoint letter) {
  std::array<char, 4> bytes;
  const std::string_view folded(bytes.data(), encode(FoldTable::get().simple(letter), bytes.data()));
  return std::any_of(reference_titles.begin(), reference_titles.end(),
                     [folded](std::string_view title) { return title.starts_with(folded); });
}

/// "References", "7. References:", "R EFERENCES"
bool is_title_of_references(std::string_view line) {
  constexpr std::size_t longest = 60;
  if (line.size() > longest) return false;
  std::string letters;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const CodePoint c = decode(line, &at);
    if (!is_letter(c)) continue;
    if (letters.empty() && !begins_title_of_references(c)) return false;
    letters += line.substr(begin, at - begin);
  }
  return std::find(reference_titles.begin(), reference_titles.end(), fold(letters)) != reference_titles.end();
}

/// From the title to the last line that looks like one, if three of the next lines do.
void mark_references(std::string_view text, std::vector<Line>* lines) {
  constexpr std::size_t reach = 15;
  constexpr std::size_t enough = 3;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    if (!is_plain((*lines)[i]) || !is_title_of_references((*lines)[i].of(text))) continue;
    std::size_t last = i;
    std::size_t found = 0;
    for (std::size_t k = i + 1; k < lines->size() && k <= last + reach; ++k) {
      if (!has_reference_mark((*lines)[k].of(text))) continue;
      last = k;
      ++found;
    }
    if (found < enough) continue;
    for (; i <= last; ++i) (*lines)[i].aside = true;
    --i;
  }
}

}  // namespace

void mark_pages(std::string_view text, const Language& language, const Wrapping& wrapping, std::vector<Line>* lines) {
  mark_captions(text, language, wrapping, lines);
  const bool has_pages = std::any_of(lines->begin(), lines->end(), [](const Line& line) { return line.after_page; });
  if (!wrapping.is_wrapped() && !has_pages) return;
  mark_front_labels(text, lines);
  mark_page_numbers(text, lines);
  mark_running_heads(text, has_pages, lines);
  mark_references(text, lines);
}

}  // namespace tersely
