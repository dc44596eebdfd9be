#pragma once

#include <unicode/utypes.h>

#include <new>
#include <string>

#include "tersely/error.h"

namespace tersely {

/// Throws if a call of ICU failed. `what`: what it was asked for.
inline void check_status(UErrorCode status, const char* what) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(status)) throw Error(std::string("ICU ") + what + ": " + u_errorName(status));
}

}  // namespace tersely
