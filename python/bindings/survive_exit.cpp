// Compiled without exceptions, so that pthread_cleanup_push is glibc's version for C: it stops the unwinding by a jump
// to this file's frame. The version for C++ is a destructor, which would let the unwinding go on.
#include "survive_exit.h"

#if defined(_WIN32)
#include <windows.h>
#else
#include <pthread.h>
#include <unistd.h>
#endif

namespace tersely::python {

#if defined(_WIN32)  // where a thread ends without unwinding

void wait_for_exit() noexcept {
  for (;;) Sleep(INFINITE);
}

void restore_thread(PyThreadState* state) noexcept { PyEval_RestoreThread(state); }

PyObject* call_one_arg(PyObject* function, PyObject* argument) noexcept {
  return PyObject_CallOneArg(function, argument);
}

#else

void wait_for_exit() noexcept {
  for (;;) pause();
}

namespace {

void wait_instead(void* /*unused*/) { wait_for_exit(); }

}  // namespace

void restore_thread(PyThreadState* state) noexcept {
  pthread_cleanup_push(wait_instead, nullptr);
  PyEval_RestoreThread(state);
  pthread_cleanup_pop(0);
}

PyObject* call_one_arg(PyObject* function, PyObject* argument) noexcept {
  PyObject* result = nullptr;
  pthread_cleanup_push(wait_instead, nullptr);
  result = PyObject_CallOneArg(function, argument);
  pthread_cleanup_pop(0);
  return result;
}

#endif

}  // namespace tersely::python
