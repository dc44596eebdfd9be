/// What transcripts write for sounds, and captions for times and fonts: "{vocalsound}", "[laughter]", "(inaudible)".
#pragma once

#include <string_view>
#include <vector>

#include "tersely/language.h"
#include "tersely/text.h"

namespace tersely {

/// Drops the words of such marks in `within` from `words`, which lie there and ascend. Curly and angle brackets around
/// one name are marks; square and round ones are if they hold up to three words, one of them a noise in the table of
/// the language. A mark has at most 40 bytes. O(bytes).
void drop_noise_marks(std::string_view text, Span within, const Language& language, std::vector<Span>* words);

}  // namespace tersely
