/// Properties of a unit that do not depend on its surroundings.
#pragma once

#include <cstdint>
#include <string_view>

#include "tersely/segmenter.h"

namespace tersely {

inline constexpr std::uint32_t long_unit = 15;  // words above which a unit is prose whatever its punctuation

/// Is it a statement: a sentence, a turn, a fragment, or an item that ends in terminal punctuation?
bool is_sentence_like(const Unit& unit);
/// Is it a headline, caption, credit or menu entry, or an item without terminal punctuation?
bool is_heading_like(const Unit& unit);
/// A marked title, like "## Method", or one with a line of "=" or "-" below it.
bool is_marked_heading(std::string_view text, const Unit& unit);
/// The character of the line below a heading, "=" or "-"; 0 if there is no such line.
char underline_of(std::string_view text, const Unit& unit);

/// Does the unit announce more, like a lead-in or a clause of a list: "; : ,", a dash, "and", "or"?
bool continues(std::string_view unit);
/// Are most words of a piece numbers or capitalised, like those of a menu or an archive on one line? Speech is not.
bool is_list_of_names(std::string_view unit);
/// A row of a table: at least two numbers, which are at least half of its words, and one of them a sum or a share:
/// "4,512", "$ 3", "12 %". A date is not one.
bool is_row_of_numbers(std::string_view unit);
/// An entry of a table of contents or a form: dots lead to its number.
bool has_leader_dots(std::string_view unit);
/// Does it have a time of day, or a date with a numeric year?
bool has_time_or_date(std::string_view unit);
/// Is it a date or time and no more, like "14:11 EST, 25 October 2013 ."? At least half of its words are numbers, the
/// others are capitalised.
bool is_date_line(std::string_view unit);
/// Does it end in an ellipsis? Speech in quotes does not count.
bool ends_in_ellipsis(std::string_view unit);

}  // namespace tersely
