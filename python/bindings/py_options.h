#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "prelude.h"
#include "tersely/options.h"

namespace tersely::python {

/// Validated options. Immutable, shared by any number of calls and threads. Construct and destroy it with the GIL held.
struct PyOptions {
  /// `given`: keyword -> value. Throws tersely.InvalidOption with the caller's object as .value.
  explicit PyOptions(const py::dict& given);

  Options options;

 private:
  std::vector<py::buffer_info> buffers_;  // keep the matrices of the options
};

}  // namespace tersely::python
