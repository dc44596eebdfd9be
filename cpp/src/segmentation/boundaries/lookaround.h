/// What stands around a candidate for the end of a sentence.
#pragma once

#include <cstddef>
#include <cstdint>

#include "segmentation/boundaries/document_context.h"
#include "text/window.h"

namespace tersely {

/// A run of terminators with what belongs to it, and what follows. Every look is bounded.
struct Boundary {
  std::size_t unit_begin = 0;
  std::size_t mark = 0;  // the first terminator

  CodePoint previous = no_code_point;  // before the mark, inside the paragraph
  CodePoint first = no_code_point;     // the first terminator
  std::uint32_t run = 0;               // how many, without the spaces of ". . ."
  bool only_dots = true;               // full stops and ellipses
  bool has_stop_mark = false;          // a terminator that abbreviations do not use
  std::size_t run_end = 0;

  std::uint32_t closers = 0;
  CodePoint last_closer = no_code_point;
  bool emphasised = false;          // marks of emphasis, tags or a link close after the stop
  bool stop_behind_closer = false;  // the sentence ended inside the bracket, and again behind it
  std::size_t end = 0;              // behind closers and footnote marks: where the unit would end

  std::size_t next = 0;                 // behind white space: where the next unit would begin
  bool spaced = false;                  // is there any
  bool line_break = false;              // one that is written out (<br>) is part of the unit
  CodePoint following = no_code_point;  // at `next`

  std::size_t word = 0;               // behind opening marks and dashes
  CodePoint initial = no_code_point;  // at `word`
  bool opened = false;                // opening marks lie between `next` and `word`
  bool dashed = false;                // a dash does
};

Boundary look_around(const Window& paragraph, const DocumentContext& document, std::size_t unit_begin,
                     std::size_t mark);

/// The token that ends at `end`: back to white space, quotes, brackets or separators, at most 40 code points.
std::string_view token_before(const Window& paragraph, std::size_t begin, std::size_t end);
/// Back over a space or two, as they stand between the parts of an abbreviation and before tokenised stops.
std::size_t before_space(const Window& paragraph, std::size_t at);
/// The word that begins at `begin`: letters, marks, inner apostrophes, at most 40 code points.
std::string_view word_at(const Window& paragraph, std::size_t begin);

/// Is a bracket that opens in [begin, mark) still open at `mark`, and closed soon after?
bool in_bracket(const Window& paragraph, std::size_t begin, std::size_t mark);

}  // namespace tersely
