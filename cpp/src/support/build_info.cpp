#include "tersely/build_info.h"

#include <Eigen/Core>

#include "text/icu.h"

namespace tersely {
namespace {

/// Belongs to tests/data/digests.json. Raise it if the choices for some text change, and save the digests again.
constexpr int ruleset = 3;

std::string eigen_version() {
  return std::to_string(EIGEN_WORLD_VERSION) + "." + std::to_string(EIGEN_MAJOR_VERSION) + "." +
         std::to_string(EIGEN_MINOR_VERSION);
}

std::string compiler() {
#if defined(__clang__)
  return std::string("clang ") + __clang_version__;
#elif defined(__GNUC__)
  return std::string("gcc ") + __VERSION__;
#elif defined(_MSC_VER)
  return "msvc " + std::to_string(_MSC_VER);
#else
  return "unknown";
#endif
}

}  // namespace

std::vector<std::pair<std::string, std::string>> build_info() {
  return {{"version", TERSELY_VERSION},
          {"icu", icu_version()},
          {"unicode", unicode_version()},
          {"eigen", eigen_version()},
          {"compiler", compiler()},
          {"options", TERSELY_BUILD_OPTIONS},
          {"ruleset", std::to_string(ruleset) + "+icu" + icu_version()},
          {"icu_of_digests", TERSELY_ICU_OF_DIGESTS}};
}

}  // namespace tersely
