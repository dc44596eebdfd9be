/// The versions and options of this build. Include them in a bug report.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tersely {

/// Pairs of (name, value): version, icu, unicode, eigen, compiler, options (of the build).
std::vector<std::pair<std::string, std::string>> build_info();

}  // namespace tersely
