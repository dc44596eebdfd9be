#include "gil.h"

namespace tersely::python {

PyThreadState*& released_state() {
  static thread_local PyThreadState* state = nullptr;
  return state;
}

}  // namespace tersely::python
