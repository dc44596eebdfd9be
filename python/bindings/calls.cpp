#include "calls.h"

namespace tersely::python {

Workspace& thread_workspace() {
  static thread_local Workspace workspace;
  return workspace;
}

void check_signals() {
  const RetakeGil gil;
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
}

std::function<void(std::size_t)> wait_for(const py::object& progress) {
  return [&progress](std::size_t done) {
    const RetakeGil gil;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (!progress.is_none()) call_python(progress, py::int_(done));
  };
}

}  // namespace tersely::python
