/// The reasons why a unit may not be chosen, and the flags of a text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tersely {

enum class Reason : std::uint8_t {
  candidate,    // may be chosen
  heading,      // a headline, caption, credit or menu entry
  code,         // a line of code or of a table
  sparse,       // a sentence among headings, with little prose around it; a caption, teaser or reference; text outside
                // the article of a page; half a sentence, cut by a subtitle or the end of a page
  repeated,     // has the same text as an earlier unit
  boilerplate,  // a copyright line, a menu or archive on one line; a notice about cookies, newsletters, comments,
                // licences, confidentiality; a citation; a courtesy of a letter, a formula of a court or of minutes
  blank,        // a given sentence without content
};
std::string_view to_string(Reason reason);

/// Facts about a text or its summary that a caller may want to know, as bits.
enum Flag : std::uint32_t {
  flag_no_punctuation = 1,             // no unit ends in terminal punctuation
  flag_looks_like_html = 2,            // the text has HTML tags or entities
  flag_language_unknown = 4,           // neither given nor detected, or it has no tables
  flag_headings_used = 8,              // headings are candidates, because there are too few sentences
  flag_few_sentences = 16,             // too few sentences are surrounded by prose, so the others are candidates too
  flag_repeated = 32,                  // some sentences occur more than once
  flag_written_newlines = 64,          // line breaks are written as a backslash and an n
  flag_query_unmatched = 128,          // of a summary: no sentence that may be chosen has a word of the query
  flag_looks_like_path = 256,          // the whole text looks like the name of a file
  flag_looks_like_url = 512,           // the whole text is a URL
  flag_replacement_characters = 1024,  // the text has U+FFFD, which stands for bytes that could not be read
  flag_lone_surrogates = 2048,         // set by callers whose strings may hold them; they are analysed as U+FFFD
  flag_wrong_encoding = 4096,          // the text was read in the wrong encoding: UTF-8 as Latin-1 or cp1252
};
/// The names of the bits, lowest first.
std::span<const std::string_view> flag_names();

}  // namespace tersely
