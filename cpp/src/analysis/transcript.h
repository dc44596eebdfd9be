/// Recognises transcripts: meetings, interviews and chats, whose paragraphs are turns.
#pragma once

#include <cstdint>
#include <span>

#include "tersely/segmenter.h"

namespace tersely {

/// The number of paragraphs that begin with a turn, and whether they are at least half of all paragraphs, which makes
/// the text a transcript. Lines of code do not count.
struct Turns {
  std::uint32_t n = 0;
  bool prevail = false;
};

/// O(units).
Turns count_turns(std::span<const Unit> units);

}  // namespace tersely
