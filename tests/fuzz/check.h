/// What the fuzz targets share.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace tersely::fuzz {

/// Ends the process, so that the fuzzer keeps the input.
inline void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace tersely::fuzz
