#include <algorithm>

#include "prelude.h"
#include "source_text.h"
#include "tersely/build_info.h"
#include "tersely/language.h"
#include "tersely/methods.h"
#include "tersely/summary.h"
#include "tersely/text.h"

namespace tersely::python {
namespace {

py::list methods() {
  py::list rows;
  for (const MethodInfo& method : tersely::methods())
    rows.append(py::make_tuple(method.name, method.description, method.paper, method.cost));
  return rows;
}

py::list languages() {
  py::list rows;
  for (const Language& language : Language::all()) rows.append(py::make_tuple(language.code(), language.name()));
  return rows;
}

py::dict build() {
  py::dict info;
  for (const auto& [key, value] : build_info()) info[py::str(key)] = value;
  return info;
}

OffsetUnit offset_unit(std::string_view name) {
  if (name == "codepoint") return OffsetUnit::code_point;
  if (name == "utf16") return OffsetUnit::utf16;
  if (name == "byte") return OffsetUnit::byte;
  throw py::value_error("unit must be 'codepoint', 'utf16' or 'byte'");
}

std::vector<std::uint32_t> convert(py::object text, const std::vector<std::uint32_t>& offsets,
                                   const std::string& unit) {
  const SourceText source(std::move(text));
  if (!std::is_sorted(offsets.begin(), offsets.end())) throw py::value_error("offsets must ascend");
  const bool in_bytes = source.unit() == OffsetUnit::byte;
  return convert_offsets(source.text(), in_bytes ? offsets : byte_offsets(source.text(), offsets), offset_unit(unit));
}

}  // namespace

void bind_tables(py::module_& m) {
  m.def("methods", &methods, "(name, description, paper, cost) of every method.");
  m.def("languages", &languages, "(code, English name) of every language with tables.");
  m.def(
      "stop_words", [](const std::string& language) { return Language::find(language).stop_words(); },
      py::arg("language"));
  m.def("build_info", &build);
  m.def(
      "print_text",
      [](py::str text, bool cut) {
        const SourceText source(std::move(text));
        return decode(cut ? print_cut(source.source()) : print_unit(source.source()));
      },
      py::arg("text"), py::arg("cut") = false,
      "The text with each run of white space that has a line break as one space, and if it is cut, with an ellipsis.");
  m.def("convert_offsets", &convert, py::arg("text"), py::arg("offsets"), py::arg("unit"),
        "Converts ascending offsets into a str (code points) or bytes (bytes) to 'codepoint', 'utf16' or 'byte' "
        "offsets.");
}

}  // namespace tersely::python
