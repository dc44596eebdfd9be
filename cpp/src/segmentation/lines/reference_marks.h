/// Recognises text that is not prose: the entries of a list of references, and pieces of tables and formulas.
#pragma once

#include <string_view>

namespace tersely {

/// Does a line have signs of a reference: a year, the initials of a name, pages, an address? O(bytes).
bool has_reference_mark(std::string_view line);

/// Is a unit of a printed text a piece of a table, a formula or a reference, or text of several columns whose words
/// have lost their spaces? O(bytes).
bool is_debris(std::string_view unit);

/// Does a unit have signs of words in the wrong order, as when columns were read across: white space before a comma or
/// full stop, an address, or a caption in the middle? O(bytes).
bool is_disordered(std::string_view unit);

}  // namespace tersely
