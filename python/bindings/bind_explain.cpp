#include <optional>

#include "calls.h"
#include "py_document.h"
#include "tersely/explain.h"

namespace tersely::python {
namespace {

/// Makes the summary again and explains it.
Explanation explain_again(const PyDocument& self, const PyOptions& options, const std::vector<std::uint32_t>& include,
                          const std::vector<std::uint32_t>& exclude, const PySeen* seen) {
  const Cancel cancel(options.options.timeout, check_signals);
  const ReleaseGil release;
  const Constraints constraints = make_constraints(include, exclude, seen);
  const Summary summary = summarize(self.document(), options.options, constraints, &thread_workspace(), cancel);
  return explain(self.document(), options.options, constraints, summary, &thread_workspace(), cancel);
}

py::tuple as_tuple(const WeighedUnit& voter) { return py::make_tuple(voter.unit, voter.weight); }

py::object as_object(const std::optional<WeighedUnit>& unit) {
  return unit ? py::object(as_tuple(*unit)) : py::object(py::none());
}

py::object as_object(const std::optional<Referrer>& referrer) {
  return referrer ? py::object(py::make_tuple(referrer->unit, referrer->words)) : py::object(py::none());
}

template <class Item, class Convert>
py::tuple convert_all(const std::vector<Item>& items, Convert convert) {
  py::tuple converted(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) converted[i] = convert(items[i]);
  return converted;
}

py::tuple as_tuples(const std::vector<WeighedConcept>& concepts) {
  return convert_all(concepts, [](const WeighedConcept& one) { return py::make_tuple(one.text, one.weight); });
}

}  // namespace

void bind_explain(py::module_& m) {
  py::class_<PickExplanation>(m, "PickExplanation", "Why a unit was picked.")
      .def_property_readonly("unit", [](const PickExplanation& self) { return self.pick.unit; })
      .def_property_readonly("gain", [](const PickExplanation& self) { return self.pick.gain; })
      .def_property_readonly("weight", [](const PickExplanation& self) { return self.pick.weight; })
      .def_property_readonly("divisor", [](const PickExplanation& self) { return self.pick.divisor; })
      .def_property_readonly("factor", [](const PickExplanation& self) { return self.pick.factor; })
      .def_readonly("coverage_before", &PickExplanation::coverage_before)
      .def_property_readonly("coverage_after", [](const PickExplanation& self) { return self.pick.coverage; })
      .def_readonly("relevance", &PickExplanation::relevance)
      .def_property_readonly("matched", [](const PickExplanation& self) { return py::tuple(py::cast(self.matched)); })
      .def_property_readonly("said_by", [](const PickExplanation& self) { return py::tuple(py::cast(self.said_by)); })
      .def_property_readonly("runner_up", [](const PickExplanation& self) { return as_object(self.runner_up); })
      .def_property_readonly("taken_for", [](const PickExplanation& self) { return as_object(self.taken_for); })
      .def_property_readonly("voters", [](const PickExplanation& self) { return convert_all(self.voters, as_tuple); })
      .def_property_readonly("concepts", [](const PickExplanation& self) { return as_tuples(self.concepts); });

  py::class_<UnitExplanation>(m, "UnitExplanation", "Why a unit was chosen or not.")
      .def_property_readonly("verdict", [](const UnitExplanation& self) { return to_string(self.verdict); })
      .def_property_readonly("covered_by",
                             [](const UnitExplanation& self) { return py::tuple(py::cast(self.covered_by)); })
      .def_readonly("stands_for", &UnitExplanation::stands_for);

  py::class_<Explanation>(m, "Explanation", "Why a summary holds the units it holds.")
      .def_readonly("total_weight", &Explanation::total_weight)
      .def_readonly("n_sources", &Explanation::n_sources)
      .def_property_readonly("uncovered", [](const Explanation& self) { return as_tuples(self.uncovered); })
      .def_property_readonly("picks", [](const Explanation& self) { return self.picks; })
      .def_property_readonly("units", [](const Explanation& self) { return self.units; });

  m.def("explain", &explain_again, py::arg("document"), py::arg("options"), py::arg("include"), py::arg("exclude"),
        py::arg("seen") = py::none());
}

}  // namespace tersely::python
