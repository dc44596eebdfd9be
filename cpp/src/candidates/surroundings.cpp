#include "candidates/surroundings.h"

#include <algorithm>

#include "candidates/credits.h"
#include "candidates/unit_shape.h"

namespace tersely {
namespace {

constexpr std::size_t neighbours = 3;
constexpr double least_density = 0.6;
constexpr std::size_t caption_sentences = 2;
constexpr std::size_t teaser_sentences = 3;

constexpr std::size_t far = neighbours + 1;  // from a place to the lines that affect it

}  // namespace

Surroundings::Surroundings(const Layout& layout) : layout_(layout), near_line_(layout.size()) {
  std::size_t marked = 0;
  for (std::size_t place = 0; place < layout.size(); ++place) {
    if (layout.is_prose(place)) continue;
    const std::size_t end = std::min(layout.size(), place + far + 1);
    for (marked = std::max(marked, place < far ? 0 : place - far); marked < end; ++marked) near_line_[marked] = true;
  }
}

bool Surroundings::is_dense(std::size_t place) const {
  const std::size_t begin = place < neighbours ? 0 : place - neighbours;
  const std::size_t end = std::min(layout_.size(), place + neighbours + 1);
  std::uint64_t in_prose = 0;
  std::uint64_t all = 0;
  for (std::size_t k = begin; k < end; ++k) {
    if (k == place || layout_.look(k) == Look::title) continue;
    all += layout_.n_words(k);
    if (layout_.is_prose(k)) in_prose += layout_.n_words(k);
  }
  return static_cast<double>(in_prose) >= least_density * static_cast<double>(all);
}

bool Surroundings::is_isolated(std::size_t place) const {
  std::size_t begin = place;
  std::size_t end = place + 1;
  while (begin > 0 && place - begin < caption_sentences && layout_.is_prose(begin - 1)) --begin;
  while (end < layout_.size() && end - place <= caption_sentences && layout_.is_prose(end)) ++end;
  if (end - begin > caption_sentences || end == layout_.size() || !layout_.is_line(end)) return false;
  if (begin > 0) return layout_.is_line(begin - 1);
  return layout_.is_credit(end) || (layout_.is_dated(end) && end + 1 < layout_.size() && layout_.is_line(end + 1));
}

bool Surroundings::is_cut_short(std::size_t place) const {
  const std::size_t end = line_of_few(place, teaser_sentences).value_or(place + 1);
  return end < layout_.size() && layout_.is_line(end) && ends_in_ellipsis(layout_.said(end - 1));
}

bool Surroundings::is_teaser(std::size_t place) const {
  return (place == 0 || !layout_.same_paragraph(place - 1, place)) &&
         (place + 1 == layout_.size() || !layout_.same_paragraph(place, place + 1)) &&
         ends_in_ellipsis(layout_.said(place));
}

bool Surroundings::is_in_list_of_teasers(std::size_t place) const {
  return is_teaser(place) &&
         ((place > 0 && is_teaser(place - 1)) || (place + 1 < layout_.size() && is_teaser(place + 1)));
}

bool Surroundings::is_credited(std::size_t place) const {
  const std::optional<std::size_t> end = line_of_few(place, caption_sentences);
  return end && *end < layout_.size() && layout_.same_line(*end - 1) && layout_.is_line(*end) &&
         is_list_of_names(layout_.said(*end));
}

bool Surroundings::is_teaser_of_more(std::size_t place) {
  constexpr std::uint32_t most_words = 4;
  const auto goes_on = [&](std::size_t other) {
    return layout_.is_prose(other) && layout_.same_paragraph(other, place);
  };
  std::size_t begin = place;
  std::size_t end = place + 1;
  while (begin > 0 && place - begin <= teaser_sentences && goes_on(begin - 1)) --begin;
  while (end < layout_.size() && end - place <= teaser_sentences && goes_on(end)) ++end;
  if (begin == 0 || layout_.is_prose(begin - 1) || end - begin > teaser_sentences + 1) return false;
  return end < layout_.size() && !layout_.is_prose(end) && layout_.n_words(end) <= most_words &&
         (finder_.find_first(layout_.said(end)) & topic::read_more) != 0;
}

bool Surroundings::is_caption(std::size_t place) {
  const std::uint32_t paragraph = layout_.unit(place).paragraph;
  if (paragraph != paragraph_) {
    paragraph_ = paragraph;
    is_caption_ = begins_caption(place);
  }
  return is_caption_;
}

bool Surroundings::begins_caption(std::size_t place) {
  std::size_t end = place + 1;
  while (end < layout_.size() && end - place <= teaser_sentences && layout_.is_prose(end) &&
         layout_.same_paragraph(end, place))
    ++end;
  if (end - place > teaser_sentences) return false;
  if (end < layout_.size() && layout_.is_credit(end)) return true;
  const bool beside_line = (place > 0 && layout_.is_line(place - 1)) || (end < layout_.size() && layout_.is_line(end));
  if (beside_line && finder_.find(layout_.said(place)).has(topic::pictured)) return true;
  return (finder_.find_first(layout_.said(place)) & topic::archive) != 0 ||
         ends_in_credit(layout_.said(end - 1), &finder_);
}

std::optional<std::size_t> Surroundings::line_of_few(std::size_t place, std::size_t limit) const {
  std::size_t begin = place;
  std::size_t end = place + 1;
  while (begin > 0 && place - begin < limit && layout_.same_line(begin - 1)) --begin;
  while (end < layout_.size() && end - place <= limit && layout_.same_line(end - 1) && layout_.is_prose(end)) ++end;
  if (end - begin > limit) return std::nullopt;
  return end;
}

}  // namespace tersely
