#pragma once

#include <cstddef>
#include <functional>

#include "gil.h"
#include "prelude.h"
#include "tersely/cancel.h"
#include "tersely/workspace.h"

namespace tersely::python {

/// The calling thread's scratch memory.
Workspace& thread_workspace();

/// Throws what a signal handler raised (KeyboardInterrupt). Called without the GIL.
void check_signals();

/// The function that a waiting caller runs about every 50 ms, without the GIL: check_signals(), then `progress(done)`
/// unless `progress` is None. `progress` must outlive it.
std::function<void(std::size_t done)> wait_for(const py::object& progress);

}  // namespace tersely::python
