/// Releasing and taking the GIL. These guards replace pybind11's for two reasons: a thread that asks for the GIL while
/// the interpreter finalizes must not be unwound (survive_exit.h), and a thread must get back the state that it gave
/// up, whichever interpreter that belongs to.
#pragma once

#include <optional>
#include <utility>

#include "prelude.h"
#include "survive_exit.h"

namespace tersely::python {

inline bool is_finalizing() {
#if PY_VERSION_HEX >= 0x030d0000
  return Py_IsFinalizing() != 0;
#else
  return _Py_IsFinalizing() != 0;
#endif
}

/// What the calling thread gave up with the GIL. Null while it holds the GIL, and in threads that Python does not know.
PyThreadState*& released_state();

/// Releases the GIL during its lifetime. Construct it with the GIL held.
class ReleaseGil {
 public:
  ReleaseGil() { released_state() = PyEval_SaveThread(); }
  ~ReleaseGil() { restore_thread(std::exchange(released_state(), nullptr)); }
  ReleaseGil(const ReleaseGil&) = delete;
  ReleaseGil& operator=(const ReleaseGil&) = delete;
};

/// Holds the GIL during its lifetime. Construct it within the lifetime of a ReleaseGil of the same thread.
class RetakeGil {
 public:
  RetakeGil() { restore_thread(std::exchange(released_state(), nullptr)); }
  ~RetakeGil() { released_state() = PyEval_SaveThread(); }
  RetakeGil(const RetakeGil&) = delete;
  RetakeGil& operator=(const RetakeGil&) = delete;
};

/// Holds the GIL of an interpreter during its lifetime. Construct it in any thread, with or without the GIL.
class AcquireGil {
 public:
  explicit AcquireGil(PyInterpreterState* interpreter) {
    if (released_state() != nullptr) {
      retaken_.emplace();
    } else if (PyGILState_GetThisThreadState() == nullptr) {
      // Late in finalization no thread finds its state. To make a new one would abort the process.
      if (is_finalizing()) wait_for_exit();
      made_ = PyThreadState_New(interpreter);
      restore_thread(made_);
    }
  }
  ~AcquireGil() {
    if (made_ == nullptr) return;
    PyThreadState_Clear(made_);
    PyThreadState_DeleteCurrent();
  }
  AcquireGil(const AcquireGil&) = delete;
  AcquireGil& operator=(const AcquireGil&) = delete;

 private:
  std::optional<RetakeGil> retaken_;
  PyThreadState* made_ = nullptr;  // if this thread had none
};

/// Returns `function(argument)`, which may release the GIL and take it back. Throws what it raises.
inline py::object call_python(py::handle function, py::handle argument) {
  PyObject* const result = call_one_arg(function.ptr(), argument.ptr());
  if (result == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(result);
}

}  // namespace tersely::python
