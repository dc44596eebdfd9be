/// Recognises transcripts: meetings, interviews and chats, whose paragraphs are turns.
#pragma once

#include <cstdint>
#include <span>

#include "candidates/remarks.h"
#include "tersely/segmenter.h"

namespace tersely {

/// The number of paragraphs that begin with a turn, and whether they are at least half of all paragraphs, which makes
/// the text a transcript. Lines of code do not count.
struct Turns {
  std::uint32_t n = 0;
  bool prevail = false;

  Speech speech() const { return !prevail ? Speech::none : n < of_meeting ? Speech::conversation : Speech::meeting; }

  static constexpr std::uint32_t of_meeting = 50;
};

/// O(units).
Turns count_turns(std::span<const Unit> units);

}  // namespace tersely
