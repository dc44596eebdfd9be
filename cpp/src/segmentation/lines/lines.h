/// The lines of a text, their roles, and their grouping into paragraphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/segmenter.h"
#include "text/window.h"

namespace tersely {

enum class LineRole : std::uint8_t {
  text,
  rule,     // "----", "> quoted": begins a paragraph, otherwise treated as text
  item,     // begins with a list marker
  heading,  // a title: "## Heading" of Markdown, "1.2 Method"
  code,     // also other lines that are not content: headers, times
  turn,     // begins with a time stamp or a speaker's name
  cue,      // spoken text of subtitles
  caption,  // begins the caption of a figure or table, otherwise treated as text
};

/// A line that holds more than white space and invisible controls. Offsets are bytes.
struct Line {
  std::uint32_t begin = 0;    // with its indentation
  std::uint32_t first = 0;    // first visible character
  std::uint32_t last = 0;     // after the last visible character
  std::uint32_t content = 0;  // after the marker of an item, heading or turn; else `first`
  LineRole role = LineRole::text;
  bool after_blank = false;      // blank lines precede it
  bool after_separator = false;  // a paragraph separator or form feed precedes it
  bool after_page = false;       // a form feed precedes it
  bool trailing_space = false;   // white space follows `last`
  bool named = false;            // a cue after a tag that names the speaker
  bool same_speaker = false;     // ... and the speaker is the one of the cue before
  bool aside = false;            // is in a list of references

  std::string_view of(std::string_view text) const { return text.substr(first, last - first); }
  std::uint32_t indent() const { return first - begin; }
};

/// O(bytes). All line breaks of Unicode count; CR LF is one.
std::vector<Line> split_lines(std::string_view text, const Cancel& cancel);

/// Sets the roles that depend on the line alone, `item` and `rule`.
void mark_items(std::string_view text, std::vector<Line>* lines);

/// Sets the roles of subtitles: `code` for numbers, times and the header, `cue` for spoken text, `heading` for sounds.
/// Tags at the ends of a cue, and lines that rolling captions repeat, become lines of `code`.
void mark_subtitles(std::string_view text, std::vector<Line>* lines);

/// Sets the roles of Markdown: `code` (front matter, comments, fenced and indented blocks, tables, images) and
/// `heading`.
void mark_markup(std::string_view text, Markup markup, std::vector<Line>* lines);

/// Sets `code` for the headers, quotations and signatures of e-mails, and `heading` for their subjects.
void mark_mail(std::string_view text, std::vector<Line>* lines);

/// Sets `code` for the names and times above the messages of a chat, if there are three or more and a name occurs
/// twice, and `turn` for the lines of the messages.
void mark_chat_headers(std::string_view text, std::vector<Line>* lines);

/// Sets `turn` if enough lines of the text look like parts of a conversation.
void mark_turns(std::string_view text, std::vector<Line>* lines);

/// The lines [first, last) of one paragraph. Lines of code, headings and turns are paragraphs of their own.
struct LineRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Wrapping;

/// Sets `caption`. In printed texts with pages, also sets `heading` for page numbers and running heads, and `aside` for
/// the references.
void mark_pages(std::string_view text, const Language& language, const Wrapping& wrapping, std::vector<Line>* lines);

/// `wrapping`: that of the text if `newline` is automatic, else that of a text that is not wrapped. `language`: tells
/// which words no line of its own ends in, see wrapped_blocks.h.
std::vector<LineRange> join_lines(std::string_view text, const std::vector<Line>& lines, Newline newline,
                                  const Wrapping& wrapping, const Language& language, const Cancel& cancel);

}  // namespace tersely
