/// How a text lies before a reader: prose, and the titles and other lines between.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "candidates/unit_shape.h"
#include "tersely/segmenter.h"

namespace tersely {

enum class Look : std::uint8_t {
  prose,  // sentences, long lines, and lines that announce more
  title,  // of a section: marked, or in a text of sections the only line before a piece of prose
  line,   // captions, credits, bylines, menus, lists
};

/// The units that a reader reads: all but code, rows of numbers and rules. Places are indices of these. O(bytes).
class Layout {
 public:
  /// `n_words`: one per unit. All three must outlive the layout.
  Layout(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words);

  std::size_t size() const { return places_.size(); }
  std::size_t index(std::size_t place) const { return places_[place].unit; }
  const Unit& unit(std::size_t place) const { return units_[index(place)]; }
  std::string_view said(std::size_t place) const { return unit(place).span.of(text_); }
  std::uint32_t n_words(std::size_t place) const { return n_words_[index(place)]; }
  Look look(std::size_t place) const { return places_[place].look; }
  bool is_prose(std::size_t place) const { return look(place) == Look::prose; }
  bool is_line(std::size_t place) const { return look(place) == Look::line; }
  bool same_paragraph(std::size_t a, std::size_t b) const { return unit(a).paragraph == unit(b).paragraph; }
  /// Do the unit and the next stand on one line?
  bool same_line(std::size_t place) const;
  /// A line that tells who took a picture or wrote the text, or when.
  bool is_credit(std::size_t place) const { return is_line(place) && places_[place].credit; }
  bool is_dated(std::size_t place) const { return is_line(place) && has_time_or_date(said(place)); }
  /// The end of the run of places from `place` on that are all prose, or all not.
  std::size_t run_end(std::size_t place) const;

 private:
  struct Place {
    std::size_t unit = 0;
    Look look = Look::prose;
    bool credit = false;
  };

  Look look_of(std::size_t unit) const;
  void mark_credits();
  /// Not what goes on with a line of prose, ends a teaser, or tells who or when.
  bool may_be_title(std::size_t place) const;
  void mark_titles();

  std::string_view text_;
  std::span<const Unit> units_;
  std::span<const std::uint32_t> n_words_;
  std::vector<Place> places_;
};

}  // namespace tersely
