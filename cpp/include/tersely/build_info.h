/// The versions and options of this build. Include them in a bug report.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tersely {

/// Pairs of (name, value): version, icu, unicode, eigen, compiler, options (of the build), icu_of_digests. Results
/// are compared between machines by digests, which belong to one version of ICU: another may cut words and sentences
/// differently. `icu_of_digests` is that version.
std::vector<std::pair<std::string, std::string>> build_info();

}  // namespace tersely
