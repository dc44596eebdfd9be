/// Why a unit may not be chosen, and what is worth knowing about a text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tersely {

enum class Reason : std::uint8_t {
  candidate,    // may be chosen
  heading,      // a headline, caption, credit or menu entry
  code,         // a line of code or of a table
  sparse,       // a sentence among headings: its neighbours are hardly prose; a caption, teaser or reference; what
                // stands around the article of a page; half a sentence of a subtitle or before a page end
  repeated,     // says what an earlier unit says, to the letter
  boilerplate,  // a line about rights, a menu or archive on one line, or a notice: of cookies, newsletters, comments,
                // licences, confidentiality
  blank,        // a given sentence without content
};
std::string_view to_string(Reason reason);

/// What is worth knowing about a text, as bits.
enum Flag : std::uint32_t {
  flag_no_punctuation = 1,     // no unit ends in terminal punctuation
  flag_looks_like_html = 2,    // the text has HTML tags or entities
  flag_language_unknown = 4,   // neither told nor detected, or without tables
  flag_headings_used = 8,      // headings are candidates, for want of sentences
  flag_few_sentences = 16,     // too few sentences stand among prose to insist on it
  flag_repeated = 32,          // some sentences occur more than once
  flag_written_newlines = 64,  // line breaks are written out, as a backslash and an n
};
/// The names of the bits, lowest first.
std::span<const std::string_view> flag_names();

}  // namespace tersely
