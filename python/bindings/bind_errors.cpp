#include "errors.h"

#include "tersely/cancel.h"

namespace tersely::python {
namespace {

py::object from_errors(const char* name) { return py::module_::import("tersely._errors").attr(name); }

void raise(const py::object& error) { PyErr_SetObject(py::type::handle_of(error).ptr(), error.ptr()); }

void translate(std::exception_ptr pointer) {
  try {
    if (pointer) std::rethrow_exception(pointer);
  } catch (const Error& error) {
    raise(as_python_error(error, py::none()));
  } catch (const Cancelled&) {
    PyErr_SetNone(PyExc_KeyboardInterrupt);
  }
}

}  // namespace

std::string quote(py::handle value) { return from_errors("quote")(value).cast<std::string>(); }

void raise_invalid_option(const InvalidOption& error, py::handle value) {
  raise(from_errors("InvalidOption")(error.what(), error.option(), value));
  throw py::error_already_set();
}

py::object as_python_error(const Error& error, py::object row) {
  std::string message = error.what();
  if (!row.is_none()) message = "row " + py::str(row).cast<std::string>() + ": " + message;
  if (const auto* option = dynamic_cast<const InvalidOption*>(&error)) {
    return from_errors("InvalidOption")(message, option->option(), option->value());
  }
  if (const auto* text = dynamic_cast<const InvalidText*>(&error)) {
    return from_errors("InvalidText")(message, text->position(), row);
  }
  if (dynamic_cast<const LimitExceeded*>(&error) != nullptr) return from_errors("LimitExceeded")(message);
  if (dynamic_cast<const SummaryTimeout*>(&error) != nullptr) return from_errors("SummaryTimeout")(message);
  if (dynamic_cast<const ColumnTypeError*>(&error) != nullptr) {
    return py::reinterpret_borrow<py::object>(PyExc_TypeError)(message);
  }
  if (dynamic_cast<const InvalidColumn*>(&error) != nullptr) return from_errors("InvalidColumn")(message);
  return from_errors("TerselyError")(message);
}

py::object as_python_error(const std::exception_ptr& pointer, const py::object& row) {
  try {
    std::rethrow_exception(pointer);
  } catch (const Error& error) {
    return as_python_error(error, row);
  }
}

void bind_errors(py::module_&) { py::register_local_exception_translator(&translate); }

}  // namespace tersely::python
