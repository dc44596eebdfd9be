#include <utility>

#include "buffer.h"
#include "calls.h"
#include "py_document.h"

namespace tersely::python {
namespace {

Document analyze(const SourceText& text, const PyOptions& options) {
  const Cancel cancel(options.options.timeout, check_signals);
  const ReleaseGil release;
  if (const Sources* sources = text.sources()) {
    return Document(*sources, options.options.analysis, &thread_workspace(), cancel);
  }
  return Document(text.text(), options.options.analysis, &thread_workspace(), cancel);
}

/// `headings`: begin and end of each line that is known to be one, in code points.
Document analyze_marked(const SourceText& text, const std::vector<std::uint32_t>& headings, const PyOptions& options) {
  AnalysisOptions analysis = options.options.analysis;
  const std::vector<std::uint32_t> offsets =
      text.unit() == OffsetUnit::byte ? headings : byte_offsets(text.text(), headings);
  for (std::size_t i = 0; i + 1 < offsets.size(); i += 2) {
    analysis.segmenter.headings.push_back({offsets[i], offsets[i + 1]});
  }
  const Cancel cancel(options.options.timeout, check_signals);
  const ReleaseGil release;
  return Document(text.text(), analysis, &thread_workspace(), cancel);
}

Document take(const SourceText& text, const std::vector<std::int64_t>& bounds, const PyOptions& options) {
  if (bounds.size() % 2 != 0) throw py::type_error("bounds must be pairs of begin and end");
  const Cancel cancel(options.options.timeout, check_signals);
  const ReleaseGil release;
  return Document(text.text(), read_spans(text.text(), bounds, text.unit()), options.options.analysis,
                  &thread_workspace(), cancel);
}

/// Analyses a text for a single summary.
std::shared_ptr<PySummary> summarize_source(const SourceText& source, const PyOptions& options) {
  const Cancel cancel(options.options.timeout, check_signals);
  const ReleaseGil release;
  Workspace& workspace = thread_workspace();
  const Document document(source.text(), options.options.analysis, &workspace, cancel);
  const Summary summary = tersely::summarize(document, options.options, {}, &workspace, cancel);
  return std::make_shared<PySummary>(source, document, summary, options.options.method);
}

std::shared_ptr<PySummary> summarize_text(py::object text, const PyOptions& options) {
  std::shared_ptr<PySummary> summary = summarize_source(SourceText(std::move(text)), options);
  warn_of(summary->flags);
  return summary;
}

std::shared_ptr<PyDocument> make_document(py::object text, const PyOptions& options) {
  auto document = std::make_shared<PyDocument>(std::move(text), options);
  warn_of(document->document().flags());
  return document;
}

/// (start, end, unit, is_stop) of every word, with offsets in the caller's unit.
py::list word_rows(const PyDocument& self) {
  const Document& document = self.document();
  std::vector<Span> spans;
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) {
    for (const Word& word : document.words(unit)) spans.push_back(word.span);
  }
  const std::vector<std::uint32_t> offsets = self.text().offsets(spans);
  py::list rows;
  std::size_t i = 0;
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) {
    for (const Word& word : document.words(unit)) {
      rows.append(py::make_tuple(offsets[i], offsets[i + 1], unit, document.is_stop_word(word)));
      i += 2;
    }
  }
  return rows;
}

/// (data, indices, indptr) as Buffers
py::tuple csr(const std::shared_ptr<PyDocument>& self) {
  if (!self) throw py::type_error("None is no Document");
  const SparseRows rows = self->document().tfidf();
  const auto buffer = [&](const auto& numbers) { return Buffer::of(numbers.data(), numbers.size(), self); };
  return py::make_tuple(buffer(rows.values), buffer(rows.columns), buffer(rows.offsets));
}

CoverageCurve curve(const PyDocument& self, const PyOptions& options, const std::vector<std::uint32_t>& include,
                    const std::vector<std::uint32_t>& exclude, const PySeen* seen) {
  const Cancel cancel(options.options.timeout, check_signals);
  const ReleaseGil release;
  const Constraints constraints = make_constraints(include, exclude, seen);
  return coverage_curve(self.document(), options.options, constraints, &thread_workspace(), cancel);
}

/// `sentences`: str
PySeen make_seen(const std::vector<std::shared_ptr<PyDocument>>& documents, const py::list& sentences) {
  PySeen seen{{documents.begin(), documents.end()}, {}};
  for (const py::handle sentence : sentences) seen.sentences.push_back(to_utf8(sentence));
  return seen;
}

template <class Get>
py::tuple of_picks(const CoverageCurve& curve, Get get) {
  py::tuple values(curve.picks.size());
  for (std::size_t i = 0; i < curve.picks.size(); ++i) values[i] = get(curve.picks[i]);
  return values;
}

std::uint64_t count_words_of(const PyDocument& self, const std::vector<std::uint32_t>& units) {
  std::uint64_t n_words = 0;
  for (const std::uint32_t unit : units) n_words += self.document().words(unit).size();
  return n_words;
}

}  // namespace

PyDocument::PyDocument(py::object text, const PyOptions& options)
    : text_(std::move(text)), document_(analyze(text_, options)) {}

PyDocument::PyDocument(py::object text, const std::vector<std::int64_t>& bounds, const PyOptions& options)
    : text_(std::move(text)), document_(take(text_, bounds, options)) {}

PyDocument::PyDocument(py::object text, const PyOptions& options, const std::vector<std::uint32_t>& headings)
    : text_(std::move(text)), document_(analyze_marked(text_, headings, options)) {}

PyDocument::PyDocument(const py::list& texts, std::vector<double> scores, const PyOptions& options)
    : text_(texts, std::move(scores)), document_(analyze(text_, options)) {}

Constraints make_constraints(const std::vector<std::uint32_t>& include, const std::vector<std::uint32_t>& exclude,
                             const PySeen* seen) {
  Constraints constraints{include, exclude};
  if (seen == nullptr) return constraints;
  for (const auto& document : seen->documents) constraints.seen.documents.push_back(&document->document());
  constraints.seen.sentences = seen->sentences;
  return constraints;
}

std::shared_ptr<PySummary> PyDocument::summarize(const PyOptions& options, const std::vector<std::uint32_t>& include,
                                                 const std::vector<std::uint32_t>& exclude, const PySeen* seen) const {
  const Cancel cancel(options.options.timeout, check_signals);
  const ReleaseGil release;
  const Constraints constraints = make_constraints(include, exclude, seen);
  const Summary summary = tersely::summarize(document_, options.options, constraints, &thread_workspace(), cancel);
  return std::make_shared<PySummary>(text_, document_, summary, options.options.method);
}

std::vector<SentenceRow> PyDocument::units() const {
  std::vector<std::uint32_t> units;
  std::vector<Span> spans;
  for (std::uint32_t unit = 0; unit < document_.n_units(); ++unit) {
    units.push_back(unit);
    spans.push_back(document_.unit(unit).span);
  }
  return make_rows(text_, document_, units, spans);
}

void bind_document(py::module_& m) {
  py::class_<PySeen>(m, "Seen", "What the reader knows already.")
      .def(py::init(&make_seen), py::arg("documents"), py::arg("sentences"));

  py::class_<PyDocument, std::shared_ptr<PyDocument>>(m, "Document", "A text, analysed, or several together.")
      .def(py::init(&make_document), py::arg("text"), py::arg("options"))
      .def(py::init<py::object, const std::vector<std::int64_t>&, const PyOptions&>(), py::arg("text"),
           py::arg("bounds"), py::arg("options"))
      .def(py::init<py::object, const PyOptions&, const std::vector<std::uint32_t>&>(), py::arg("text"),
           py::arg("options"), py::arg("headings"))
      .def_static(
          "of_sources",
          [](const py::list& texts, std::vector<double> scores, const PyOptions& options) {
            auto document = std::make_shared<PyDocument>(texts, std::move(scores), options);
            warn_of(document->document().flags());
            return document;
          },
          py::arg("texts"), py::arg("scores"), py::arg("options"))
      .def_property_readonly("n_units", [](const PyDocument& self) { return self.document().n_units(); })
      .def_property_readonly("n_words", [](const PyDocument& self) { return self.document().n_words(); })
      .def_property_readonly("n_terms", [](const PyDocument& self) { return self.document().tfidf().n_columns; })
      .def_property_readonly("language", [](const PyDocument& self) { return self.document().language().code(); })
      .def_property_readonly(
          "flags", [](const PyDocument& self) { return flag_tuple(self.document().flags() | self.text().flags()); })
      .def_property_readonly("candidates",
                             [](const PyDocument& self) {
                               const auto rows = self.document().candidates();
                               return py::tuple(py::cast(std::vector<std::uint32_t>(rows.begin(), rows.end())));
                             })
      .def("units", &PyDocument::units)
      .def("words", &word_rows)
      .def("count_words", &count_words_of, py::arg("units"))
      .def("terms", [](const PyDocument& self) { return self.document().surface_forms(); })
      .def("tfidf", &csr)
      .def("summarize", &PyDocument::summarize, py::arg("options"), py::arg("include"), py::arg("exclude"),
           py::arg("seen") = py::none())
      .def("curve", &curve, py::arg("options"), py::arg("include"), py::arg("exclude"), py::arg("seen") = py::none());

  m.def("summarize", &summarize_text, py::arg("text"), py::arg("options"), "The Summary of a text.");

  py::class_<CoverageCurve>(m, "CoverageCurve", "The picks, and the coverage after each.")
      .def_property_readonly(
          "order", [](const CoverageCurve& self) { return of_picks(self, [](const Pick& pick) { return pick.unit; }); })
      .def_property_readonly(
          "coverage",
          [](const CoverageCurve& self) { return of_picks(self, [](const Pick& pick) { return pick.coverage; }); })
      .def_readonly("knee", &CoverageCurve::knee);
}

}  // namespace tersely::python
