/// The list of summarization methods.
#pragma once

#include <string_view>
#include <vector>

namespace tersely {

struct MethodInfo {
  std::string_view name;
  std::string_view description;  // one sentence
  std::string_view paper;        // "" if there is none
  std::string_view options;      // names of the options that it uses and some methods do not, separated by spaces
};

/// All methods, the default first. Thread-safe. O(methods).
std::vector<MethodInfo> methods();

}  // namespace tersely
