#include <cmath>
#include <limits>
#include <optional>

#include "errors.h"
#include "gil.h"
#include "py_options.h"
#include "source_text.h"

namespace tersely::python {
namespace {

/// Clears the exception that a value's method raised. Rethrows it if it is not an Exception but, say, a
/// KeyboardInterrupt.
void clear_exception() {
  if (PyErr_Occurred() != nullptr && PyErr_ExceptionMatches(PyExc_Exception) == 0) throw py::error_already_set();
  PyErr_Clear();
}

/// The value as a Python int; nullopt if it is not a whole number or its __index__ raises (as an array's does).
std::optional<py::object> as_index(py::handle value) {
  if (PyIndex_Check(value.ptr()) == 0) return std::nullopt;
  PyObject* const integer = PyNumber_Index(value.ptr());
  if (integer != nullptr) return py::reinterpret_steal<py::object>(integer);
  clear_exception();
  return std::nullopt;
}

std::int64_t saturated(py::handle integer) {
  int overflow = 0;
  const long long value = PyLong_AsLongLongAndOverflow(integer.ptr(), &overflow);
  if (overflow != 0) return overflow > 0 ? INT64_MAX : INT64_MIN;
  return value;
}

/// An int for an option. Beyond 64 bits, a count is the largest one; anything else is about the same double, so that a
/// message shows what was given.
OptionValue as_whole(const OptionInfo& info, py::handle integer) {
  const std::int64_t value = saturated(integer);
  if (value != INT64_MIN && (value != INT64_MAX || info.type == OptionType::count)) return value;
  const double number = PyLong_AsDouble(integer.ptr());
  if (PyErr_Occurred() == nullptr) return number;
  PyErr_Clear();
  return std::copysign(std::numeric_limits<double>::infinity(), static_cast<double>(value));
}

/// The number of tokens that count_tokens returned; if it returned tokens, their number.
std::size_t as_count(const py::object& result) {
  const auto integer = PyBool_Check(result.ptr()) ? std::nullopt : as_index(result);
  const std::int64_t count = integer ? saturated(*integer) : PyObject_Size(result.ptr());
  if (count >= 0) return static_cast<std::size_t>(count);
  clear_exception();
  const InvalidOption error("count_tokens", "a function that returned " + quote(result),
                            "a function from a str to its number of tokens, or to its tokens");
  raise_invalid_option(error, result);
}

/// Wraps the callable so that it may be copied and destroyed without the GIL.
CountTokens share_callable(const py::object& callable) {
  PyInterpreterState* const interpreter = PyInterpreterState_Get();
  const std::shared_ptr<py::object> shared(new py::object(callable), [interpreter](py::object* object) {
    const AcquireGil gil(interpreter);
    delete object;
  });
  return [shared, interpreter](std::string_view text) {
    const AcquireGil gil(interpreter);
    return as_count(call_python(*shared, decode(text)));
  };
}

[[noreturn]] void refuse(const OptionInfo& info, py::handle value) {
  const InvalidOption error(std::string(info.name), quote(value), std::string(info.allowed));
  raise_invalid_option(error, value);
}

bool is_numpy_bool(py::handle value) {
  const std::string type = py::str(py::type::handle_of(value).attr("__name__")).cast<std::string>();
  return type == "bool_" || type == "bool";
}

std::vector<std::string> as_words(const OptionInfo& info, py::handle value) {
  if (PyUnicode_Check(value.ptr()) || PyBytes_Check(value.ptr()) || !py::isinstance<py::iterable>(value))
    refuse(info, value);
  std::vector<std::string> words;
  for (const py::handle word : py::reinterpret_borrow<py::iterable>(value)) {
    if (!PyUnicode_Check(word.ptr())) refuse(info, value);
    words.push_back(to_utf8(word));
  }
  return words;
}

double as_number(const OptionInfo& info, py::handle value, py::handle all) {
  const double number = PyUnicode_Check(value.ptr()) ? -1 : PyFloat_AsDouble(value.ptr());
  if (PyErr_Occurred() == nullptr && !PyUnicode_Check(value.ptr())) return number;
  clear_exception();
  refuse(info, all);
}

std::vector<double> as_numbers(const OptionInfo& info, py::handle value) {
  if (PyUnicode_Check(value.ptr()) || PyBytes_Check(value.ptr()) || !py::isinstance<py::iterable>(value))
    refuse(info, value);
  std::vector<double> numbers;
  for (const py::handle number : py::reinterpret_borrow<py::iterable>(value)) {
    numbers.push_back(as_number(info, number, value));
  }
  return numbers;
}

/// A matrix that `value` exports without a copy.
DenseRows as_matrix(const OptionInfo& info, py::handle value, std::vector<py::buffer_info>* kept) {
  if (PyObject_CheckBuffer(value.ptr()) == 0) refuse(info, value);
  kept->push_back(py::reinterpret_borrow<py::buffer>(value).request());
  const py::buffer_info& buffer = kept->back();
  const bool is_single = buffer.item_type_is_equivalent_to<float>();
  if (buffer.ndim != 2 || !(is_single || buffer.item_type_is_equivalent_to<double>())) refuse(info, value);
  const auto [rows, columns] = std::pair(buffer.shape[0], buffer.shape[1]);
  const bool is_contiguous = rows * columns == 0 || ((columns == 1 || buffer.strides[1] == buffer.itemsize) &&
                                                     (rows == 1 || buffer.strides[0] == columns * buffer.itemsize));
  if (!is_contiguous) refuse(info, value);
  DenseRows matrix{static_cast<std::size_t>(rows), static_cast<std::size_t>(columns)};
  if (is_single) {
    matrix.values = static_cast<const float*>(buffer.ptr);
  } else {
    matrix.values = static_cast<const double*>(buffer.ptr);
  }
  return matrix;
}

/// Numbers of other libraries (numpy, Decimal) are converted to plain ones.
OptionValue as_value(const OptionInfo& info, py::handle value) {
  PyObject* const object = value.ptr();
  if (value.is_none()) return std::monostate{};
  if (PyBool_Check(object)) return value.ptr() == Py_True;
  if (info.type == OptionType::words) return as_words(info, value);
  if (info.type == OptionType::numbers) return as_numbers(info, value);
  if (PyLong_Check(object)) return as_whole(info, value);
  if (PyUnicode_Check(object)) return to_utf8(value);
  if (is_numpy_bool(value)) refuse(info, value);
  if (const auto integer = as_index(value)) return as_whole(info, *integer);
  if (PyFloat_Check(object) || py::hasattr(value, "__float__")) {
    const double number = PyFloat_AsDouble(object);
    if (PyErr_Occurred() == nullptr) return number;
    clear_exception();
  }
  refuse(info, value);
}

py::list as_list(std::span<const OptionInfo> table) {
  py::list rows;
  for (const OptionInfo& info : table) rows.append(py::cast(info, py::return_value_policy::reference));
  return rows;
}

}  // namespace

PyOptions::PyOptions(const py::dict& given) {
  std::vector<std::pair<std::string, OptionValue>> values;
  for (const auto& [key, value] : given) {
    const std::string name = py::str(key).cast<std::string>();
    const OptionInfo* info = find_option(name);
    if (info == nullptr) throw py::type_error("unexpected option " + name);
    if (info->type == OptionType::callable) {
      if (value.is_none()) continue;
      if (PyCallable_Check(value.ptr()) == 0) refuse(*info, value);
      options.count_tokens = share_callable(py::reinterpret_borrow<py::object>(value));
      continue;
    }
    OptionValue converted = info->type == OptionType::matrix && !value.is_none() ? as_matrix(*info, value, &buffers_)
                                                                                 : as_value(*info, value);
    try {
      set_option(*info, converted, &options);
    } catch (const InvalidOption& error) {
      raise_invalid_option(error, value);
    }
    const bool is_given = !value.is_none() || name == "threshold";
    if (is_given) values.emplace_back(name, std::move(converted));
  }
  check_options(options, values);
}

void bind_options(py::module_& m) {
  py::class_<OptionInfo>(m, "OptionInfo", "One row of the table of options.")
      .def_property_readonly("name", [](const OptionInfo& info) { return info.name; })
      .def_property_readonly("type",
                             [](const OptionInfo& info) {
                               constexpr const char* names[] = {"count", "number",  "text",   "choice",  "flag",
                                                                "words", "numbers", "matrix", "callable"};
                               return names[static_cast<std::size_t>(info.type)];
                             })
      .def_property_readonly("default", [](const OptionInfo& info) { return info.default_value; })
      .def_property_readonly("allowed", [](const OptionInfo& info) { return info.allowed; })
      .def_property_readonly("methods", [](const OptionInfo& info) { return methods_with(info); })
      .def_property_readonly("analysis", [](const OptionInfo& info) { return info.analysis; })
      .def_property_readonly("summary", [](const OptionInfo& info) { return info.summary; })
      .def_property_readonly("help", [](const OptionInfo& info) { return info.help; })
      .def_property_readonly("aliases", [](const OptionInfo& info) { return py::str(info.aliases).attr("split")(); });

  m.def("options", [] { return as_list(option_table()); }, "The table of options.");
  m.def(
      "document_options", [] { return as_list(document_option_table()); },
      "The options of a summary that belong to one document.");

  py::class_<PyOptions, std::shared_ptr<PyOptions>>(m, "Options", "Validated options.")
      .def(py::init<const py::dict&>(), py::arg("given"));
}

}  // namespace tersely::python
