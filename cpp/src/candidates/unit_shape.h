/// What a unit looks like by itself.
#pragma once

#include <cstdint>
#include <string_view>

#include "tersely/segmenter.h"

namespace tersely {

inline constexpr std::uint32_t long_unit = 15;  // words above which a unit is prose whatever its punctuation

/// Does it say something: a sentence, a turn, a fragment, or an item that ends in terminal punctuation?
bool is_sentence_like(const Unit& unit);
/// A headline, caption, credit or menu entry, or an item without terminal punctuation.
bool is_heading_like(const Unit& unit);
/// A title that says so, like "## Method", or by a line of "=" or "-" below it.
bool is_marked_heading(std::string_view text, const Unit& unit);
/// What the line below a heading is made of, "=" or "-", or 0 if it is no such line.
char underline_of(std::string_view text, const Unit& unit);

/// Does the unit announce more, like a lead-in or a clause of a list: "; : ,", a dash, "and", "or"?
bool continues(std::string_view unit);
/// Are most words of a piece numbers or capitalised, as in a menu or an archive on one line? Speech is not.
bool is_list_of_names(std::string_view unit);
/// A row of a table: two or more numbers, at least half of its words, and one of them a sum or a share: "4,512", "$ 3",
/// "12 %". A date is none.
bool is_row_of_numbers(std::string_view unit);
/// An entry of a table of contents or a form: dots lead to its number.
bool has_leader_dots(std::string_view unit);
/// Has it a time of day, or a date with a year in figures?
bool has_time_or_date(std::string_view unit);
/// Does it end in an ellipsis, as speech in quotes does not?
bool ends_in_ellipsis(std::string_view unit);

}  // namespace tersely
