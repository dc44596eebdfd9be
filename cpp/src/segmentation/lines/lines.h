/// The lines of a text, what each of them is, and which follow each other in one paragraph.
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
  rule,     // "----", "> quoted": starts a paragraph, and is otherwise text
  item,     // begins with a list marker
  heading,  // a title: "## Heading" of Markdown, "1.2 Method"
  code,     // and whatever else is about the text: headers, times
  turn,     // begins with a time stamp or a speaker's name
  cue,      // spoken text of subtitles
  caption,  // begins the caption of a figure or table, and is otherwise text
};

/// A line that has more than white space and invisible controls. Offsets are bytes.
struct Line {
  std::uint32_t begin = 0;    // with its indentation
  std::uint32_t first = 0;    // first character that can be seen
  std::uint32_t last = 0;     // behind the last one
  std::uint32_t content = 0;  // behind the marker of an item, a heading or a turn; else `first`
  LineRole role = LineRole::text;
  bool after_blank = false;      // blank lines lie before it
  bool after_separator = false;  // a paragraph separator or form feed does
  bool after_page = false;       // a form feed does
  bool trailing_space = false;   // white space behind `last`
  bool named = false;            // a cue: a tag before it names the speaker
  bool same_speaker = false;     // ... who spoke before, too
  bool aside = false;            // stands in a list of references

  std::string_view of(std::string_view text) const { return text.substr(first, last - first); }
  std::uint32_t indent() const { return first - begin; }
};

/// O(bytes). All line breaks of Unicode count; CR LF is one.
std::vector<Line> split_lines(std::string_view text, const Cancel& cancel);

/// Sets the roles that a line shows by itself, `item` and `rule`.
void mark_items(std::string_view text, std::vector<Line>* lines);

/// Sets the roles of subtitles: `code` for numbers, times and the header, `cue` for spoken text, `heading` for sounds.
/// Tags at the ends of a cue, and lines that rolling captions show again, become lines of `code`.
void mark_subtitles(std::string_view text, std::vector<Line>* lines);

/// Sets the roles of Markdown: `code` (front matter, comments, fenced and indented blocks, tables, images) and
/// `heading`.
void mark_markup(std::string_view text, Markup markup, std::vector<Line>* lines);

/// Sets `code` for the headers, quotations and signatures of e-mails, and `heading` for their subjects.
void mark_mail(std::string_view text, std::vector<Line>* lines);

/// Sets `code` for the names and times above the messages of a chat, if there are three or more and a name comes twice;
/// and `turn` for the lines of the messages.
void mark_chat_headers(std::string_view text, std::vector<Line>* lines);

/// Sets `turn` where enough lines of the text look like parts of a conversation.
void mark_turns(std::string_view text, std::vector<Line>* lines);

/// The lines [first, last) of one paragraph. Lines of code, headings and turns are paragraphs of their own.
struct LineRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Wrapping;

/// Sets `caption`; and in the pages of a printed text `heading` for page numbers and running heads, and `aside` for the
/// references.
void mark_pages(std::string_view text, const Language& language, const Wrapping& wrapping, std::vector<Line>* lines);

/// `wrapping`: of the text if `newline` is automatic, else of one that is not wrapped.
std::vector<LineRange> join_lines(std::string_view text, const std::vector<Line>& lines, Newline newline,
                                  const Wrapping& wrapping, const Cancel& cancel);

}  // namespace tersely
