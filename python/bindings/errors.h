#pragma once

#include <exception>
#include <string>

#include "prelude.h"
#include "tersely/error.h"

namespace tersely::python {

/// A value as messages show it: tersely._errors.quote().
std::string quote(py::handle value);

/// Raises tersely.InvalidOption with the caller's own object as .value.
[[noreturn]] void raise_invalid_option(const InvalidOption& error, py::handle value);

/// The Python exception for a C++ one; `row`: of a batch, or none. Nothing for exceptions that are not tersely's.
py::object as_python_error(const Error& error, py::object row);

/// The same for a caught tersely::Error.
py::object as_python_error(const std::exception_ptr& error, const py::object& row);

}  // namespace tersely::python
