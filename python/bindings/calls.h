#pragma once

#include <optional>

#include "prelude.h"
#include "tersely/cancel.h"
#include "tersely/workspace.h"

namespace tersely::python {

/// The calling thread's scratch memory.
Workspace& thread_workspace();

/// Throws what a signal handler raised (KeyboardInterrupt). Called without the GIL.
void check_signals();

}  // namespace tersely::python
