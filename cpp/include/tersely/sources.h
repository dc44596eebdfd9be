/// Several texts that are summarized together.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/text.h"

namespace tersely {

/// Texts joined into one, which a Document refers to: see the constructor of Document that takes it.
struct Sources {
  std::string text;            // all texts, with a blank line between them
  std::vector<Span> spans;     // where each text stands in `text`
  std::vector<double> scores;  // one per text: how relevant the caller's search found it; empty: not given
};

/// Joins texts, each of which may be blank. `scores`: empty, or one finite number of at least 0 per text. O(bytes).
/// Throws InvalidOption (scores), and LimitExceeded for more than 2 GiB.
Sources join_sources(std::span<const std::string_view> texts, std::vector<double> scores = {});

}  // namespace tersely
