#include <memory>
#include <optional>
#include <utility>

#include "arrow_capsules.h"
#include "buffer.h"
#include "calls.h"
#include "errors.h"
#include "gil.h"
#include "py_options.h"
#include "py_split.h"
#include "source_rows.h"
#include "tersely/columns/split_column.h"

namespace tersely::python {
namespace {

using SharedSplit = std::shared_ptr<PySplit>;

SharedSplit split_text(py::object text, const PyOptions& options) {
  const SourceText source(std::move(text));
  Split split;
  std::vector<std::uint32_t> offsets;
  {
    const Cancel cancel(options.options.timeout, check_signals);
    const ReleaseGil release;
    split = tersely::split(source.text(), options.options.analysis, cancel);
    offsets = unit_offsets(source.text(), split.units, source.unit());
  }
  return std::make_shared<PySplit>(source, std::move(split), std::move(offsets));
}

/// source[start:end] as a str
py::object slice(const py::object& source, std::int64_t start, std::int64_t end) {
  PyObject* const part = PyBytes_Check(source.ptr())
                             ? PyUnicode_DecodeUTF8(PyBytes_AS_STRING(source.ptr()) + start, end - start, nullptr)
                             : PyUnicode_Substring(source.ptr(), start, end);
  if (part == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(part);
}

py::list texts(const PySplit& self) {
  py::list list(self.units.size());
  for (std::size_t i = 0; i < self.units.size(); ++i) {
    list[i] = slice(self.source, self.spans[2 * i], self.spans[2 * i + 1]);
  }
  return list;
}

/// struct<text, start, end, kind, paragraph>, one row per unit
std::shared_ptr<const ArrayData> as_array(const PySplit& self) {
  const SourceText source(self.source);
  const std::vector<std::uint32_t> offsets(self.spans.begin(), self.spans.end());
  const auto array = std::make_shared<ArrayData>(unit_type(ColumnOutput::structure));
  append_units(source.text(), self.units, offsets, ColumnOutput::structure, array.get());
  return array;
}

/// The results of the rows of a list; none for missing rows.
class Splits final : public SplitOutput {
 public:
  /// `sources` must outlive it.
  explicit Splits(const SourceRows& sources) : sources_(sources), rows_(sources.size()) {}

  void write(std::size_t row, std::string_view text, Split split) override {
    rows_[row].offsets = unit_offsets(text, split.units, sources_.unit(row));
    rows_[row].split = std::move(split);
  }

  void fail(std::size_t row, std::exception_ptr error) override { rows_[row].error = std::move(error); }

  py::list results() {
    py::list list;
    for (std::size_t i = 0; i < rows_.size(); ++i) list.append(result(i));
    return list;
  }

 private:
  struct Row {
    std::optional<Split> split;
    std::vector<std::uint32_t> offsets;
    std::exception_ptr error;
  };

  py::object result(std::size_t i) {
    Row& row = rows_[i];
    if (row.error) return as_python_error(row.error, py::int_(i));
    if (!row.split) return py::none();
    return py::cast(std::make_shared<PySplit>(sources_.source(i), *std::move(row.split), std::move(row.offsets)));
  }

  const SourceRows& sources_;
  std::vector<Row> rows_;
};

py::list split_many(const py::list& given, const PyOptions& options, unsigned threads, const py::object& progress) {
  const SourceRows sources(given);
  Splits splits(sources);
  {
    const ReleaseGil release;
    split_batch({&sources}, 0, sources.size(), options.options, threads, &splits, wait_for(progress));
  }
  return splits.results();
}

}  // namespace

void bind_split(py::module_& m) {
  py::class_<PySplit, SharedSplit>(m, "Split", "The units of a text.")
      .def(py::init(&split_text), py::arg("text"), py::arg("options"))
      .def("__len__", [](const PySplit& self) { return self.units.size(); })
      .def_property_readonly("language", [](const PySplit& self) { return self.language.code(); })
      .def("texts", &texts)
      .def("spans", [](const SharedSplit& self) { return Buffer::of(self->spans.data(), self->spans.size(), self, 2); })
      .def("schema", [](const PySplit& /*self*/) { return schema_capsule(unit_type(ColumnOutput::structure)); })
      .def("array", [](const PySplit& self) { return array_capsules(as_array(self)); })
      .def("stream", [](const PySplit& self) { return stream_capsule({as_array(self)}); });

  m.def("split_many", &split_many, py::arg("texts"), py::arg("options"), py::arg("threads"), py::arg("progress"),
        "A Split, None or an exception for each str, bytes or None. progress: None or a function that gets the number "
        "of rows done.");
}

}  // namespace tersely::python
