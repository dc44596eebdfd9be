#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "arrow_capsules.h"
#include "calls.h"
#include "errors.h"
#include "gil.h"
#include "py_options.h"
#include "source_rows.h"
#include "tersely/columns/keyphrase_column.h"
#include "tersely/columns/split_column.h"
#include "tersely/columns/text_column.h"

namespace tersely::python {
namespace {

// Import from Arrow: https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html

template <class T>
T* from_capsule(const py::object& object, const char* name) {
  void* const pointer = PyCapsule_CheckExact(object.ptr()) != 0 && PyCapsule_IsValid(object.ptr(), name) != 0
                            ? PyCapsule_GetPointer(object.ptr(), name)
                            : nullptr;
  if (pointer != nullptr) return static_cast<T*>(pointer);
  PyErr_Clear();
  throw py::type_error("the column's Arrow export must be a capsule \"" + std::string(name) + "\", not " +
                       quote(object));
}

std::unique_ptr<TextColumn> read_arrow(const py::object& producer, const std::optional<std::string>& field) {
  if (py::hasattr(producer, "__arrow_c_stream__")) {
    const py::object stream = producer.attr("__arrow_c_stream__")();
    return TextColumn::of_stream(from_capsule<ArrowArrayStream>(stream, "arrow_array_stream"), field);
  }
  const py::object pair = producer.attr("__arrow_c_array__")();
  if (!py::isinstance<py::tuple>(pair) || py::len(pair) != 2) {
    throw py::type_error("__arrow_c_array__ must return two capsules, not " + quote(pair));
  }
  const auto capsules = py::reinterpret_borrow<py::tuple>(pair);
  return TextColumn::of_array(from_capsule<ArrowSchema>(capsules[0], "arrow_schema"),
                              from_capsule<ArrowArray>(capsules[1], "arrow_array"), field);
}

/// A row converted to str, int, float, list, dict or None.
py::object value(const ArrayData& array, std::int64_t row) {
  if (!array.is_valid(row)) return py::none();
  if (array.format == "u") return py::str(array.string(row));
  if (array.format == "l") return py::int_(array.number<std::int64_t>(row));
  if (array.format == "g") return py::float_(array.number<double>(row));
  if (array.format == "+s") {
    py::dict fields;
    for (const ArrayData& child : array.children) fields[py::str(child.name)] = value(child, row);
    return fields;
  }
  py::list items;
  const auto at = static_cast<std::size_t>(row);
  for (std::int64_t i = array.offsets[at]; i < array.offsets[at + 1]; ++i) {
    items.append(value(array.children.front(), i));
  }
  return items;
}

py::tuple array_of(const ResultColumn& column) {
  if (column.chunks().size() > 1) {
    throw py::value_error("2 GiB of results do not fit into one Arrow array; read them by __arrow_c_stream__");
  }
  return array_capsules(column.chunks().front());
}

/// (column, failures), where failures is None or (count, the first as an exception that names its row).
py::tuple with_failures(const ColumnResult& result) {
  const Failures& failures = result.failures;
  py::object told = py::none();
  if (failures.count > 0) {
    told = py::make_tuple(failures.count, as_python_error(failures.first, py::int_(failures.first_row)));
  }
  return py::make_tuple(result.column, told);
}

template <class Names>
py::dict as_dict(const Names& counts) {
  py::dict told;
  for (const auto& [name, n] : counts) told[py::str(std::string(name))] = n;
  return told;
}

/// (column, failures, counts)
py::tuple with_counts(const ColumnResult& result) {
  const RowCounts& counts = result.counts;
  return with_failures(result) + py::make_tuple(py::make_tuple(as_dict(counts.statuses), as_dict(counts.languages),
                                                               as_dict(counts.flags), as_dict(counts.errors)));
}

ColumnOutput output_of(bool structure) { return structure ? ColumnOutput::structure : ColumnOutput::text; }

py::tuple summarize(const TextRows& texts, const TextRows* titles, const TextRows* languages, const TextRows* queries,
                    const PyOptions& options, bool structure, unsigned threads, bool stop_at_failure,
                    const py::object& progress) {
  ColumnResult result;
  {
    const ReleaseGil release;
    result = summarize_column({&texts, titles, languages, queries}, options.options, output_of(structure), threads,
                              stop_at_failure, wait_for(progress));
  }
  return with_counts(result);
}

/// `groups`: the number of texts of each row, None if it is missing.
TextGroups read_groups(const std::vector<std::optional<std::size_t>>& sizes) {
  TextGroups groups;
  groups.reserve(sizes.size());
  std::size_t begin = 0;
  for (const auto& size : sizes) {
    groups.push_back(size ? std::optional(TextGroup{begin, begin + *size}) : std::nullopt);
    begin += size.value_or(0);
  }
  return groups;
}

py::tuple summarize_groups(const TextRows& texts, const std::vector<std::optional<std::size_t>>& sizes,
                           const TextRows* languages, const TextRows* queries, const PyOptions& options, bool structure,
                           unsigned threads, bool stop_at_failure, const py::object& progress) {
  const TextGroups groups = read_groups(sizes);
  ColumnResult result;
  {
    const ReleaseGil release;
    result = summarize_column({&texts, nullptr, languages, queries, &groups}, options.options, output_of(structure),
                              threads, stop_at_failure, wait_for(progress));
  }
  return with_counts(result);
}

py::tuple split(const TextRows& texts, const TextRows* languages, const PyOptions& options, bool structure,
                unsigned threads, bool stop_at_failure, const py::object& progress) {
  ColumnResult result;
  {
    const ReleaseGil release;
    result = split_column({&texts, nullptr, languages}, options.options, output_of(structure), threads, stop_at_failure,
                          wait_for(progress));
  }
  return with_failures(result);
}

py::tuple find_keyphrases(const TextRows& texts, const TextRows* languages, const PyOptions& options, unsigned threads,
                          bool stop_at_failure, const py::object& progress) {
  ColumnResult result;
  {
    const ReleaseGil release;
    result =
        keyphrase_column({&texts, nullptr, languages}, options.options, threads, stop_at_failure, wait_for(progress));
  }
  return with_failures(result);
}

}  // namespace

void bind_column(py::module_& m) {
  py::class_<TextRows>(m, "TextRows", "A column of texts, read in place.").def("__len__", &TextRows::size);
  py::class_<SourceRows, TextRows>(
      m, "SourceRows", "TextRows of a list of str, bytes or None; a row of another type fails with TypeError.")
      .def(py::init<const py::list&>(), py::arg("texts"));
  py::class_<TextColumn, TextRows>(m, "TextColumn", "TextRows of an object that exports an Arrow stream or array.")
      .def(py::init(&read_arrow), py::arg("producer"), py::arg("field"));

  py::class_<ResultColumn, std::shared_ptr<ResultColumn>>(m, "ResultColumn",
                                                          "A column of summaries, or of lists of units or keyphrases.")
      .def("__len__", &ResultColumn::size)
      .def(
          "value",
          [](const ResultColumn& self, std::size_t row) {
            if (row >= self.size()) throw py::index_error("no row " + std::to_string(row));
            const auto [array, place] = self.find(row);
            return value(*array, place);
          },
          py::arg("row"), "The row as a Python object; 0 <= row < len(self).")
      .def("schema", [](const ResultColumn& self) { return schema_capsule(*self.chunks().front()); })
      .def("array", &array_of)
      .def("stream",
           [](const ResultColumn& self) { return stream_capsule({self.chunks().begin(), self.chunks().end()}); });

  m.def("summarize_column", &summarize, py::arg("texts"), py::arg("titles").none(true), py::arg("languages").none(true),
        py::arg("queries").none(true), py::arg("options"), py::arg("structure"), py::arg("threads"),
        py::arg("stop_at_failure"), py::arg("progress"),
        "(ResultColumn, failures, counts): failures is None or (count, the first as an exception); counts are the "
        "numbers of rows by status, language, flag and error.");
  m.def(
      "summarize_groups", &summarize_groups, py::arg("texts"), py::arg("sizes"), py::arg("languages").none(true),
      py::arg("queries").none(true), py::arg("options"), py::arg("structure"), py::arg("threads"),
      py::arg("stop_at_failure"), py::arg("progress"),
      "Like summarize_column, with groups of texts that follow each other. sizes: the number of texts of each row, or "
      "None.");
  m.def("split_column", &split, py::arg("texts"), py::arg("languages").none(true), py::arg("options"),
        py::arg("structure"), py::arg("threads"), py::arg("stop_at_failure"), py::arg("progress"),
        "Like summarize_column, with lists of units.");
  m.def("keyphrase_column", &find_keyphrases, py::arg("texts"), py::arg("languages").none(true), py::arg("options"),
        py::arg("threads"), py::arg("stop_at_failure"), py::arg("progress"),
        "Like summarize_column, with lists of keyphrases.");
}

}  // namespace tersely::python
