/// The versions and options of this build. Include them in a bug report.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tersely {

/// Pairs of (name, value): version, icu, unicode, eigen, compiler, options (of the build), ruleset, icu_of_digests.
///
/// Results are compared between machines by digests, which belong to one version of ICU: another may cut words and
/// sentences differently. `icu_of_digests` is that version. `ruleset`, for example "1+icu72.1", is equal for two builds
/// if and only if they make the same choices: it changes with the rules of tersely and with the version of ICU, and not
/// with any other change, so what was computed with another one is out of date.
std::vector<std::pair<std::string, std::string>> build_info();

}  // namespace tersely
