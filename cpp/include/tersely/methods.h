/// The methods by name: what there is to choose from.
#pragma once

#include <string_view>
#include <vector>

namespace tersely {

struct MethodInfo {
  std::string_view name;
  std::string_view description;  // one sentence
  std::string_view paper;        // "" where there is none
  std::string_view options;      // names of those that not all methods use, separated by a space
};

/// The default first. Thread-safe. O(methods).
std::vector<MethodInfo> methods();

}  // namespace tersely
