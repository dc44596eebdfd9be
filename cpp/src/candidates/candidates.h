/// Which units may be chosen, and why not the others.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/reasons.h"
#include "tersely/segmenter.h"

namespace tersely {

struct Candidates {
  std::vector<Reason> reasons;  // one per unit
  std::vector<double> factors;  // one per unit, in (0, 1]: how much it counts; empty: all count 1
  std::uint32_t flags = 0;      // headings_used, few_sentences, repeated
};

/// Sentences, turns, fragments, and items that end in terminal punctuation, unless
///  - fewer than 6 in 10 words of the three units before and after are prose, code and titles of sections aside (then
///    "sparse"), if three others, items aside, remain;
///  - it is one of one or two sentences between two lines that are no prose, likewise;
///  - it ends in an ellipsis before a line that is no prose or beside another such paragraph, or its line does and has
///    three sentences at most, likewise;
///  - its line is one or two sentences and a name, or its short paragraph is a caption with a credit, likewise;
///  - it stands around the article of a page (see page_edges.h), likewise;
///  - it is no part of the running text, like a caption (see Unit::aside), if three others remain (then "sparse" too);
///  - it is a part of a sentence that runs over cues of subtitles or ends of pages, if ten others remain, or five of 60
///    words, or three that hold a tenth of the words, or fewer that hold a fifth (then "sparse" too);
///  - it is a line about rights, a piece of a menu or archive, an entry of a table of contents, or a notice (see
///    notices.h; then "boilerplate"), if others remain;
///  - the same text stood before, white space aside (then "repeated").
/// Headings too where the others hold less than a tenth of the words, code and marked headings aside, or where the text
/// is made of posts (see posts.h); where nothing is left, headings, then code, then anything. Steps of instructions
/// (see steps.h), and the line that says what a marked page is about (see marked_pages.h), need no stop; titles of a
/// marked page tell what stands where, so that few words of prose around a sentence do not matter.
/// `n_words`: one per unit.
/// O(bytes).
Candidates choose_candidates(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
                             const Cancel& cancel);

/// All given sentences but blank and repeated ones.
Candidates take_sentences(std::string_view text, std::span<const Unit> units, const Cancel& cancel);

}  // namespace tersely
