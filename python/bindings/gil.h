/// The GIL, released and taken. These stand in for pybind11's guards because of how a process exits: before
/// Python 3.14, a thread that wants the GIL while the interpreter finalizes is ended, with glibc by unwinding its
/// stack. That must not run through C++, which would abort the process in the first destructor. Here such a thread
/// waits for the end instead.
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

/// `call()`, which may wait for the GIL. It must not own Python objects: they would be released without the GIL.
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

/// Without the GIL while it lives. Made with the GIL.
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

/// With the GIL while it lives. Made with or without it.
class AcquireGil {
 public:
  AcquireGil() {
    survive_exit([this] { gil_.emplace(); });
  }

 private:
  std::optional<py::gil_scoped_acquire> gil_;
};

/// `function(argument)`, which may release the GIL and take it back. Throws what it raises.
inline py::object call_python(py::handle function, py::handle argument) {
  PyObject* const result = survive_exit([=] { return PyObject_CallOneArg(function.ptr(), argument.ptr()); });
  if (result == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(result);
}

}  // namespace tersely::python
