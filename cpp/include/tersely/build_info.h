/// What this build is made of: the first thing to put in a bug report.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tersely {

/// (name, value): version, icu, unicode, eigen, compiler, options (of the build).
std::vector<std::pair<std::string, std::string>> build_info();

}  // namespace tersely
