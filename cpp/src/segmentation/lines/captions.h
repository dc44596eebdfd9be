/// Recognises the beginnings of captions of figures and tables.
#pragma once

#include <string_view>

namespace tersely {

/// "Figure 3: Floods", "TABLE IV. Floods"
bool is_labelled_caption(std::string_view line);

/// The same, and "Fig. 2 Floods"; but not "Figure 3 shows floods".
bool is_caption(std::string_view line);

}  // namespace tersely
