#include "candidates/layout.h"

#include "candidates/credits.h"
#include "candidates/links.h"
#include "candidates/unit_shape.h"

namespace tersely {
namespace {

constexpr std::size_t least_sections = 2;

/// "[Guide](guide.md) | [FAQ](faq.md)"
bool is_list_of_links(std::string_view unit) {
  return unit.find("](") != std::string_view::npos && count_linked_words(unit).is_nothing_else();
}

bool is_visible(std::string_view text, const Unit& unit, std::uint32_t n_words) {
  if (unit.kind == UnitKind::code || n_words == 0) return false;
  if (is_sentence_like(unit)) return true;
  const std::string_view said = unit.span.of(text);
  return !is_row_of_numbers(said) && !is_list_of_links(said);
}

/// "By J. Person, example.org": a title has no full stop inside.
bool is_byline(std::string_view line) {
  const std::size_t dot = line.find('.');
  return dot < line.size() && dot + 1 < line.size() && is_list_of_names(line);
}

}  // namespace

Layout::Layout(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words)
    : text_(text), units_(units), n_words_(n_words) {
  places_.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (is_visible(text, units[i], n_words[i])) places_.push_back({i, look_of(i)});
  }
  mark_credits();
  mark_titles();
}

bool Layout::same_line(std::size_t place) const {
  const std::size_t end = unit(place).span.end;
  const std::size_t next = unit(place + 1).span.begin;
  return same_paragraph(place, place + 1) && text_.substr(end, next - end).find('\n') == std::string_view::npos;
}

std::size_t Layout::run_end(std::size_t place) const {
  const bool prose = is_prose(place);
  while (place < size() && is_prose(place) == prose) ++place;
  return place;
}

Look Layout::look_of(std::size_t unit) const {
  const std::string_view said = units_[unit].span.of(text_);
  if (is_marked_heading(text_, units_[unit])) return Look::title;
  if (is_sentence_like(units_[unit])) return Look::prose;
  const bool prose = n_words_[unit] > long_unit || (continues(said) && !has_time_or_date(said));
  return prose ? Look::prose : Look::line;
}

void Layout::mark_credits() {
  TopicFinder finder;
  for (std::size_t place = 1; place < size(); ++place) {
    if (is_prose(place) && !is_sentence_like(unit(place)) && ends_in_credit(said(place), &finder)) {
      places_[place].look = Look::line;  // a caption without a stop
    }
    if (is_prose(place) && begins_bracketed_credit(said(place), &finder)) places_[place].look = Look::line;
    places_[place].credit = is_line(place) && is_prose(place - 1) && is_credit_line(said(place), &finder);
  }
}

bool Layout::may_be_title(std::size_t place) const {
  if (is_credit(place) || is_dated(place) || is_byline(said(place))) return false;
  return place == 0 || !(same_line(place - 1) || ends_in_ellipsis(said(place - 1)));
}

/// A text of sections: most of its lines, lists aside, stand alone before a piece of prose.
void Layout::mark_titles() {
  std::vector<std::size_t> alone;
  std::size_t lines = 0;
  for (std::size_t place = 0; place < size();) {
    const std::size_t end = run_end(place);
    if (!is_prose(place)) {
      const bool single = end == place + 1 && is_line(place);
      std::size_t in_run = 0;
      for (std::size_t k = place; k < end; ++k) in_run += is_line(k) && (single || unit(k).kind != UnitKind::item);
      lines += in_run > 0;
      if (single && end < size() && may_be_title(place)) alone.push_back(place);
    }
    place = end;
  }
  if (alone.size() < least_sections || 2 * alone.size() < lines) return;
  for (const std::size_t place : alone) places_[place].look = Look::title;
}

}  // namespace tersely
