#include "tersely/keyphrases.h"

#include "calls.h"
#include "py_document.h"

namespace tersely::python {
namespace {

/// (form, score, spans) of each keyphrase, where form is the index of the span with its text, and each span is (start,
/// end) in the caller's unit.
py::list keyphrase_rows(const PyDocument& self, const PyOptions& options) {
  std::vector<Keyphrase> found;
  std::vector<Span> spans;
  std::vector<std::uint32_t> offsets;
  {
    const Cancel cancel(options.options.timeout, check_signals);
    const ReleaseGil release;
    found = keyphrases(self.document(), options.options, cancel);
    for (const Keyphrase& keyphrase : found) {
      spans.insert(spans.end(), keyphrase.spans.begin(), keyphrase.spans.end());
    }
    offsets = self.text().offsets(spans);
  }
  py::list rows;
  std::size_t at = 0;
  for (const Keyphrase& keyphrase : found) {
    py::tuple pairs(keyphrase.spans.size());
    std::size_t form = 0;
    for (std::size_t i = 0; i < keyphrase.spans.size(); ++i, at += 2) {
      if (keyphrase.spans[i] == keyphrase.form) form = i;
      pairs[i] = py::make_tuple(offsets[at], offsets[at + 1]);
    }
    rows.append(py::make_tuple(form, keyphrase.score, pairs));
  }
  return rows;
}

}  // namespace

void bind_keyphrases(py::module_& m) {
  m.def("keyphrases", &keyphrase_rows, py::arg("document"), py::arg("options"),
        "(form, score, spans) of each keyphrase: spans are (start, end), and form is the index of one of them.");
}

}  // namespace tersely::python
