/// Text that is no prose of its own: the entries of a list of references, and what is left of tables and formulas.
#pragma once

#include <string_view>

namespace tersely {

/// Does a line have what entries of references have: a year, the initials of a name, pages, an address? O(bytes).
bool has_reference_mark(std::string_view line);

/// Is a unit of a printed text a piece of a table, a formula or a reference, or several columns whose words have lost
/// their spaces? O(bytes).
bool is_debris(std::string_view unit);

/// Has a unit signs of words out of order, as where columns were read across: white space before a comma or full stop,
/// an address, a caption in its middle? O(bytes).
bool is_disordered(std::string_view unit);

}  // namespace tersely
