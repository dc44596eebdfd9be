#include <memory>

#include "buffer.h"
#include "py_summary.h"
#include "tersely/reasons.h"

namespace tersely::python {

std::vector<SentenceRow> make_rows(const SourceText& text, const Document& document,
                                   const std::vector<std::uint32_t>& units, const std::vector<Span>& spans) {
  const std::vector<std::uint32_t> offsets = text.offsets(spans);
  std::vector<SentenceRow> rows(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    SentenceRow& row = rows[i];
    row.index = units[i];
    if (text.sources() != nullptr) row.source = document.source_of(row.index);
    row.start = offsets[2 * i];
    row.end = offsets[2 * i + 1];
    row.paragraph = document.unit(row.index).paragraph;
    row.kind = document.unit(row.index).kind;
    row.reason = document.reason(row.index);
  }
  return rows;
}

PySummary::PySummary(const SourceText& text, const Document& document, const Summary& summary, std::string method_name)
    : status(summary.status),
      scores(summary.scores),
      coverage(summary.coverage),
      n_words(summary.n_words),
      printed(print(document, text.source(), summary)),
      language(document.language().code()),
      method(std::move(method_name)),
      flags(document.flags() | summary.flags | text.flags()) {
  std::vector<std::uint32_t> units;
  std::vector<Span> spans;
  for (const Chosen& chosen : summary.sentences) {
    units.push_back(chosen.unit);
    spans.push_back(chosen.span);
  }
  sentences = make_rows(text, document, units, spans);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    sentences[i].score = summary.sentences[i].score;
    sentences[i].rank = summary.sentences[i].rank;
    sentences[i].cut = summary.sentences[i].cut;
    sentences[i].relevance = summary.sentences[i].relevance;
  }
  for (const Pick& pick : summary.picks) order.push_back(pick.unit);
}

py::tuple flag_tuple(std::uint32_t flags) {
  py::list names;
  for (std::size_t bit = 0; bit < flag_names().size(); ++bit) {
    if ((flags >> bit & 1) != 0) names.append(flag_names()[bit]);
  }
  return py::tuple(names);
}

void warn_of(std::uint32_t flags) {
  if ((flags & (flag_looks_like_path | flag_looks_like_url)) == 0) return;
  py::module_::import("tersely._wrong_text").attr("warn_of_flags")(flag_tuple(flags));
}

void bind_summary(py::module_& m) {
  py::class_<SentenceRow>(m, "SentenceRow", "A unit, with offsets in the caller's unit.")
      .def_readonly("index", &SentenceRow::index)
      .def_readonly("source", &SentenceRow::source)
      .def_readonly("start", &SentenceRow::start)
      .def_readonly("end", &SentenceRow::end)
      .def_readonly("paragraph", &SentenceRow::paragraph)
      .def_property_readonly("kind", [](const SentenceRow& row) { return to_string(row.kind); })
      .def_property_readonly("candidate", [](const SentenceRow& row) { return row.reason == Reason::candidate; })
      .def_property_readonly("reason",
                             [](const SentenceRow& row) -> py::object {
                               if (row.reason == Reason::candidate) return py::none();
                               return py::str(to_string(row.reason));
                             })
      .def_readonly("score", &SentenceRow::score)
      .def_property_readonly("rank",
                             [](const SentenceRow& row) -> py::object {
                               return row.rank == 0 ? py::object(py::none()) : py::int_(row.rank);
                             })
      .def_readonly("cut", &SentenceRow::cut)
      .def_readonly("relevance", &SentenceRow::relevance);

  py::class_<PySummary, std::shared_ptr<PySummary>>(m, "Summary", "A choice of sentences.")
      .def_property_readonly("status", [](const PySummary& self) { return to_string(self.status); })
      .def_property_readonly("sentences", [](const PySummary& self) { return self.sentences; })
      .def_property_readonly("order", [](const PySummary& self) { return py::tuple(py::cast(self.order)); })
      .def_property_readonly("scores",
                             [](const std::shared_ptr<PySummary>& self) {
                               if (!self) throw py::type_error("None is no Summary");
                               return Buffer::of(self->scores.data(), self->scores.size(), self);
                             })
      .def_readonly("coverage", &PySummary::coverage)
      .def_readonly("n_words", &PySummary::n_words)
      .def_property_readonly("text", [](const PySummary& self) { return decode(self.printed); })
      .def_readonly("language", &PySummary::language)
      .def_readonly("method", &PySummary::method)
      .def_property_readonly("flags", [](const PySummary& self) { return flag_tuple(self.flags); });
}

}  // namespace tersely::python
