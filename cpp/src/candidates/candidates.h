/// Which units may be chosen, and why the others may not.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "candidates/remarks.h"
#include "tersely/cancel.h"
#include "tersely/language.h"
#include "tersely/reasons.h"
#include "tersely/segmenter.h"

namespace tersely {

struct Candidates {
  std::vector<Reason> reasons;  // one per unit
  std::vector<double> factors;  // one per unit, in (0, 1]: the weight of the unit; empty: all 1
  std::uint32_t flags = 0;      // headings_used, few_sentences, repeated
};

/// Candidates are sentences, turns, fragments, and items that end in terminal punctuation, unless
///  - fewer than 6 in 10 words of the three units before and after are prose, not counting code and titles of sections
///    (then "sparse"), if three others, apart from items, remain;
///  - it is one of one or two sentences between two lines that are not prose (same condition);
///  - it ends in an ellipsis before a line that is not prose or beside another such paragraph, or its line does and has
///    at most three sentences (same condition);
///  - its line is one or two sentences and a name, or its short paragraph is a caption with a credit (same condition);
///  - it is outside the article of a page, see page_edges.h (same condition);
///  - it is not part of the running text, like a caption, see Unit::aside (then "sparse"), if three others remain;
///  - it is part of a sentence that is divided by cues of subtitles or ends of pages (then "sparse"), if ten others
///    remain, or five of 60 words, or three that hold a tenth of the words, or fewer that hold a fifth;
///  - it is a copyright line, a piece of a menu or archive, an entry of a table of contents, or a notice, see notices.h
///    (then "boilerplate"), if others remain;
///  - it is a citation, or a sentence of a letter, a record or a transcript without matter, see remarks.h (the same);
///  - an earlier unit has the same text, apart from white space (then "repeated").
/// Headings are candidates too if the others hold less than a tenth of the words, not counting code and marked
/// headings, or if the text consists of posts (see posts.h). If nothing is left, headings are candidates, else code,
/// else anything. Steps of instructions (see steps.h) and the line that says what a marked page is about (see
/// marked_pages.h) need no stop. The titles of a marked page show its structure, so few words of prose around a
/// sentence do not matter there.
/// `n_words`: one per unit. `language`: of the text. O(bytes).
Candidates choose_candidates(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
                             const Language& language, Speech speech, const Cancel& cancel);

/// All given sentences except blank and repeated ones.
Candidates take_sentences(std::string_view text, std::span<const Unit> units, const Cancel& cancel);

}  // namespace tersely
