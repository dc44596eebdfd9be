/// Text to units: the sentences, headings, list items, turns and code blocks that a summary may be made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/language.h"
#include "tersely/text.h"

namespace tersely {

enum class UnitKind : std::uint8_t {
  sentence,  // ends in terminal punctuation
  heading,   // does not: a headline, caption, credit, menu entry
  item,      // a list item
  turn,      // a line that begins with a speaker's name or a time stamp
  fragment,  // a piece of a unit that was too long to be one
  code,      // a line of a code block, a table row, the header of an e-mail or message, the time of a subtitle
};
std::string_view to_string(UnitKind kind);

/// Units ascend, are disjoint and non-blank; only white space and invisible controls lie between neighbours. No white
/// space at the ends.
struct Unit {
  Span span;                    // bytes
  std::uint32_t content = 0;    // byte where its words begin: behind the label of a turn, the marker of an item
  std::uint32_t paragraph = 0;  // 0-based, ascending
  UnitKind kind = UnitKind::sentence;
  bool terminated = false;  // ends in terminal punctuation
  bool spoken = false;      // of a turn or a subtitle
  bool partial = false;     // half of a sentence that goes on after something else: the time of a subtitle, a page end
  bool aside = false;       // a caption, a reference, what is left of a table or formula, or mixed from two columns
  bool divided = false;     // may hold words that are divided at line ends, by hyphens or soft hyphens
};

enum class Newline : std::uint8_t {
  automatic,  // hard-wrapped lines are joined, others are limits
  hard,       // every line break ends a unit ("break")
  join,       // none does, but form feeds and paragraph separators
  blank,      // only blank lines do
};

enum class Markup : std::uint8_t { automatic, text, markdown };

struct SegmenterOptions {
  Newline newline = Newline::automatic;
  Markup markup = Markup::automatic;
  bool keep_quotes = false;                // a quotation or bracket of several sentences stays one unit
  std::vector<std::string> abbreviations;  // more of them, with or without the last full stop; class `title`
};

/// O(bytes), whatever the bytes: every look back and look ahead is bounded. `text` is valid UTF-8. Thread-safe.
std::vector<Unit> segment(std::string_view text, const Language& language, const SegmenterOptions& options,
                          const Cancel& cancel);

}  // namespace tersely
