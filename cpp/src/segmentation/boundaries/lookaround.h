/// The characters around a possible boundary.
#pragma once

#include <cstddef>
#include <cstdint>

#include "segmentation/boundaries/document_context.h"
#include "text/window.h"

namespace tersely {

/// A possible boundary: a run of terminators with what belongs to it, and what follows. Every search is bounded.
struct Boundary {
  std::size_t unit_begin = 0;
  std::size_t mark = 0;  // the first terminator

  CodePoint previous = no_code_point;  // before the mark, inside the paragraph
  CodePoint first = no_code_point;     // the first terminator
  std::uint32_t run = 0;               // number of terminators, without the spaces of ". . ."
  bool only_dots = true;               // only full stops and ellipses
  bool has_stop_mark = false;          // includes a terminator that abbreviations do not use
  std::size_t run_end = 0;

  std::uint32_t closers = 0;
  CodePoint last_closer = no_code_point;
  bool emphasised = false;          // emphasis, a tag or a link closes after the stop
  bool stop_behind_closer = false;  // the sentence ends inside the bracket and again after it
  std::size_t end = 0;              // after closers and footnote marks: where the unit would end

  std::size_t next = 0;                 // after white space: where the next unit would begin
  bool spaced = false;                  // is there white space
  bool line_break = false;              // a line break that is written out (<br>) is part of the unit
  CodePoint following = no_code_point;  // at `next`

  std::size_t word = 0;               // after opening marks and dashes
  CodePoint initial = no_code_point;  // at `word`
  bool opened = false;                // there are opening marks between `next` and `word`
  bool dashed = false;                // there is a dash between them
};

Boundary look_around(const Window& paragraph, const DocumentContext& document, std::size_t unit_begin,
                     std::size_t mark);

/// The token that ends at `end`. It begins after white space, a quote, a bracket or a separator; at most 40 code
/// points.
std::string_view token_before(const Window& paragraph, std::size_t begin, std::size_t end);
/// The offset before the space or two that may precede `at`, as between the parts of an abbreviation and before
/// tokenised stops.
std::size_t before_space(const Window& paragraph, std::size_t at);
/// The word that begins at `begin`: letters, marks and inner apostrophes, at most 40 code points.
std::string_view word_at(const Window& paragraph, std::size_t begin);

/// Is a bracket that opens in [begin, mark) still open at `mark` and closed soon after?
bool in_bracket(const Window& paragraph, std::size_t begin, std::size_t mark);

}  // namespace tersely
