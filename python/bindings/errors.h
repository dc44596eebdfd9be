#pragma once

#include <exception>
#include <string>

#include "prelude.h"
#include "tersely/error.h"

namespace tersely::python {

/// The value as error messages show it, by tersely._errors.quote().
std::string quote(py::handle value);

/// Raises tersely.InvalidOption with the caller's own object as .value.
[[noreturn]] void raise_invalid_option(const InvalidOption& error, py::handle value);

/// The Python exception for a C++ one. `row`: its row in a batch, or None.
py::object as_python_error(const Error& error, py::object row);

/// The same for a caught tersely::Error.
py::object as_python_error(const std::exception_ptr& error, const py::object& row);

}  // namespace tersely::python
