/// Two of Python's functions that may take the GIL. Before Python 3.14, a thread that asks for the GIL while the
/// interpreter finalizes is ended by pthread_exit(). With glibc, that unwinds the thread's stack, which no C++ frame
/// above would survive: destructors would run without the GIL, a `noexcept` would abort the process, and glibc's
/// unwinder would crash in frames of another C++ runtime, which wheels bring along. Here such a thread waits for the
/// exit of the process instead, and nothing is unwound.
#pragma once

#include <Python.h>

namespace tersely::python {

/// PyEval_RestoreThread(state).
void restore_thread(PyThreadState* state) noexcept;

/// PyObject_CallOneArg(function, argument). `function` may release the GIL and take it back.
PyObject* call_one_arg(PyObject* function, PyObject* argument) noexcept;

/// Stops the calling thread until the process ends.
[[noreturn]] void wait_for_exit() noexcept;

}  // namespace tersely::python
