/// Which sentences have no prose around them: among headings, below pictures, in teasers.
#pragma once

#include <optional>
#include <vector>

#include "candidates/layout.h"
#include "languages/topics.h"

namespace tersely {

/// Looks at a bounded number of units around each unit. Call it in ascending order.
class Surroundings {
 public:
  explicit Surroundings(const Layout& layout);

  /// Do lines hold more words around it than prose does, or is it between two lines?
  bool is_among_lines(std::size_t place) const { return near_line_[place] && (!is_dense(place) || is_isolated(place)); }
  /// Is it part of a teaser or a caption, whatever surrounds it?
  bool is_cut_off(std::size_t place) {
    if (near_line_[place] && (is_cut_short(place) || is_credited(place) || is_teaser_of_more(place))) return true;
    return is_in_list_of_teasers(place) || is_caption(place);
  }

 private:
  /// Are enough of the words around it prose, not counting titles of sections? A text of one unit is dense.
  bool is_dense(std::size_t place) const;
  /// Is it one of one or two sentences between two lines, like captions and standfirsts? At the start of a text, no
  /// line before it is needed if a credit follows, or a date and another line.
  bool is_isolated(std::size_t place) const;
  /// Is it cut short by an ellipsis and a line, like teasers and embedded posts? A short paragraph is cut short as a
  /// whole.
  bool is_cut_short(std::size_t place) const;
  /// Is it a paragraph of its own that ends in an ellipsis?
  bool is_teaser(std::size_t place) const;
  bool is_in_list_of_teasers(std::size_t place) const;
  /// Is its paragraph a few sentences between two lines, of which the second says "Read more"?
  bool is_teaser_of_more(std::size_t place);
  /// Does its line hold one or two sentences and then a name, like captions with credits?
  bool is_credited(std::size_t place) const;

  /// Is its paragraph short and followed by a credit? Or does it say that it is a picture from an archive, end in the
  /// name of an agency in brackets, or say what is pictured beside a line?
  bool is_caption(std::size_t place);
  /// The same for the first unit of a paragraph.
  bool begins_caption(std::size_t place);

  /// The end of the prose on the line of the unit, if it is at most this many units away.
  std::optional<std::size_t> line_of_few(std::size_t place, std::size_t limit) const;

  const Layout& layout_;
  std::vector<bool> near_line_;  // units far from lines need no look at their surroundings
  TopicFinder finder_;
  std::uint32_t paragraph_ = static_cast<std::uint32_t>(-1);  // the last one given to is_caption()
  bool is_caption_ = false;
};

}  // namespace tersely
