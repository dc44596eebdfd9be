/// The lines that say who took a picture.
#pragma once

#include <string_view>

#include "languages/topics.h"

namespace tersely {

/// "Photo: Ann Person", "(Image: \u00a9 Agency)", "Ann Person | Agency": it begins with the word for a picture, names
/// an agency, or has the sign for rights, a bar between names or the name of an account.
bool is_credit_line(std::string_view line, TopicFinder* finder);
/// "(Image: \u00a9 K. Person/Agency)", which may be cut at its initials.
bool begins_bracketed_credit(std::string_view unit, TopicFinder* finder);
/// Does it end in brackets that hold a credit: "... on Monday. (Photo: Ann Person)"?
bool ends_in_credit(std::string_view unit, TopicFinder* finder);

}  // namespace tersely
