/// Transcripts: meetings, interviews and chats, whose paragraphs are turns.
#pragma once

#include <cstdint>
#include <span>

#include "tersely/segmenter.h"

namespace tersely {

/// How many paragraphs begin with a turn, and whether they are at least half of all: then the text is a transcript.
/// Lines of code do not count.
struct Turns {
  std::uint32_t n = 0;
  bool prevail = false;
};

/// O(units).
Turns count_turns(std::span<const Unit> units);

}  // namespace tersely
