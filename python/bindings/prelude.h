/// Included first by every binding file.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace py = pybind11;

namespace tersely::python {

void bind_errors(py::module_& m);
void bind_options(py::module_& m);
void bind_buffer(py::module_& m);
void bind_summary(py::module_& m);
void bind_document(py::module_& m);
void bind_explain(py::module_& m);
void bind_keyphrases(py::module_& m);
void bind_batch(py::module_& m);
void bind_split(py::module_& m);
void bind_column(py::module_& m);
void bind_evaluate(py::module_& m);
void bind_tables(py::module_& m);

}  // namespace tersely::python
