/// Which sentences stand where no prose does: among headings, below pictures, in teasers.
#pragma once

#include <optional>

#include "layout.h"

namespace tersely {

/// Looks at a bounded number of units around each.
class Surroundings {
 public:
  explicit Surroundings(const Layout& layout) : layout_(layout) {}

  /// Any of the four below.
  bool is_sparse(std::size_t place) const {
    return !is_dense(place) || is_isolated(place) || is_cut_short(place) || is_credited(place);
  }

 private:
  /// Are enough of the words around prose, titles of sections aside? A text of one unit is dense.
  bool is_dense(std::size_t place) const;
  /// Is the unit's paragraph one or two sentences between two lines, as captions and standfirsts are?
  bool is_isolated(std::size_t place) const;
  /// Is it cut short by an ellipsis and a line, as teasers and embedded posts are? A short paragraph is cut short as a
  /// whole.
  bool is_cut_short(std::size_t place) const;
  /// Does its line hold one or two sentences and then a name, as captions and their credits do?
  bool is_credited(std::size_t place) const;

  /// The end of the prose on the unit's line, if that is at most so many units.
  std::optional<std::size_t> line_of_few(std::size_t place, std::size_t limit) const;

  const Layout& layout_;
};

}  // namespace tersely
