/// Splits a text into units: sentences, headings, list items, turns and lines of code.
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
  heading,   // has no terminal punctuation: a headline, caption, credit, menu entry
  item,      // a list item
  turn,      // a line that begins with a speaker's name or a time stamp
  fragment,  // a piece of a unit that was too long
  code,      // a line of a code block, a table row, a header of an e-mail or message, the time of a subtitle
};
std::string_view to_string(UnitKind kind);

/// The units of a text ascend, are disjoint and are not blank. Only white space, invisible controls and printed line
/// numbers lie between neighbours. A unit has no white space at its ends.
struct Unit {
  Span span;                    // bytes
  std::uint32_t content = 0;    // byte where its words begin: after the label of a turn, the marker of an item
  std::uint32_t paragraph = 0;  // 0-based, ascending
  UnitKind kind = UnitKind::sentence;
  bool terminated = false;  // ends in terminal punctuation
  bool spoken = false;      // part of a turn or a subtitle
  bool partial = false;     // half a sentence, interrupted by the time of a subtitle, the end of a page or a figure
  bool aside = false;       // a caption, a reference, a piece of a table or formula, or mixed from two columns
  bool divided = false;     // may hold words that are divided by soft hyphens, or by hyphens at line ends
};

enum class Newline : std::uint8_t {
  automatic,  // lines that were wrapped at some width are joined; other line breaks end a unit
  hard,       // every line break ends a unit (option value "break")
  join,       // no line break does, only form feeds and paragraph separators
  blank,      // only blank lines do
};

enum class Markup : std::uint8_t { automatic, text, markdown };

struct SegmenterOptions {
  Newline newline = Newline::automatic;
  Markup markup = Markup::automatic;
  bool keep_quotes = false;                // a quotation or bracket of several sentences stays one unit
  std::vector<std::string> abbreviations;  // additional ones of class `title`, with or without the last full stop
  std::vector<Span> headings;  // bytes; ascending, disjoint. Lines that begin in one are headings: known from markup
};

/// Splits `text`, which must be valid UTF-8. O(bytes) for any text: each look back or ahead is bounded. Thread-safe.
std::vector<Unit> segment(std::string_view text, const Language& language, const SegmenterOptions& options,
                          const Cancel& cancel);

}  // namespace tersely
