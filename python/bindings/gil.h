/// Releasing and taking the GIL. These guards replace pybind11's because of how a process exits. Before Python 3.14, a
/// thread that asks for the GIL while the interpreter finalizes is ended; with glibc, by unwinding its stack. Unwinding
/// through C++ would abort the process in the first destructor, so here such a thread waits for the exit instead.
#pragma once

#include <chrono>
#include <optional>
#include <thread>

#include "prelude.h"

#ifdef __GLIBCXX__  // defined by the headers above
#include <cxxabi.h>
#endif

namespace tersely::python {

[[noreturn]] inline void wait_for_exit() {
  for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
}

inline bool is_finalizing() {
#if PY_VERSION_HEX >= 0x030d0000
  return Py_IsFinalizing() != 0;
#else
  return _Py_IsFinalizing() != 0;
#endif
}

/// Returns `call()`, which may wait for the GIL. `call` must not own Python objects, which would be released without
/// the GIL.
template <class Call>
decltype(auto) survive_exit(const Call& call) {
#ifdef __GLIBCXX__
  try {
    return call();
  } catch (abi::__forced_unwind&) {
    wait_for_exit();
  }
#else
  return call();
#endif
}

/// Releases the GIL during its lifetime. Construct it with the GIL held.
class ReleaseGil {
 public:
  ReleaseGil() : state_(PyEval_SaveThread()) {}
  ~ReleaseGil() {
    survive_exit([this] { PyEval_RestoreThread(state_); });
  }
  ReleaseGil(const ReleaseGil&) = delete;
  ReleaseGil& operator=(const ReleaseGil&) = delete;

 private:
  PyThreadState* state_;
};

/// Holds the GIL during its lifetime. Construct it with or without the GIL.
class AcquireGil {
 public:
  AcquireGil() {
    // Late in finalization a thread no longer finds its state. To make a new one would abort the process.
    if (is_finalizing() && PyGILState_GetThisThreadState() == nullptr) wait_for_exit();
    survive_exit([this] { gil_.emplace(); });
  }

 private:
  std::optional<py::gil_scoped_acquire> gil_;
};

/// Returns `function(argument)`, which may release the GIL and take it back. Throws what it raises.
inline py::object call_python(py::handle function, py::handle argument) {
  PyObject* const result = survive_exit([=] { return PyObject_CallOneArg(function.ptr(), argument.ptr()); });
  if (result == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(result);
}

}  // namespace tersely::python
