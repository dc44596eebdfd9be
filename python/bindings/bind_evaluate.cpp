#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "buffer.h"
#include "calls.h"
#include "py_document.h"
#include "source_rows.h"
#include "tersely/columns/result_column.h"
#include "tersely/evaluate.h"

namespace tersely::python {
namespace {

/// The references of each row, kept alive. Construct and destroy it with the GIL held.
class ReferenceRows {
 public:
  explicit ReferenceRows(const py::list& rows) {
    for (const py::handle row : rows) rows_.push_back(std::make_unique<SourceRows>(py::cast<py::list>(row)));
  }

  std::vector<std::string_view> row(std::size_t i) const {
    std::vector<std::string_view> texts;
    for (std::size_t j = 0; j < rows_.at(i)->size(); ++j) texts.push_back(rows_[i]->source(j).text());
    return texts;
  }

 private:
  std::vector<std::unique_ptr<SourceRows>> rows_;
};

std::shared_ptr<RougeOptions> make_options(const std::vector<std::string>& types, bool words, bool use_stemmer,
                                           bool mean) {
  auto options = std::make_shared<RougeOptions>();
  for (const std::string& type : types) options->types.push_back(find_rouge_type(type));
  options->tokens = words ? RougeTokens::words : RougeTokens::rouge_score;
  options->use_stemmer = use_stemmer;
  options->references = mean ? SeveralReferences::mean : SeveralReferences::best;
  return options;
}

Buffer rouge(const py::list& summaries, const py::list& references, const RougeOptions& options, unsigned threads,
             const py::object& progress) {
  const SourceRows sources(summaries);
  const ReferenceRows reference_rows(references);
  std::vector<RougeTask> tasks;
  for (std::size_t i = 0; i < sources.size(); ++i) tasks.push_back({sources.source(i).text(), reference_rows.row(i)});
  const auto numbers = std::make_shared<std::vector<double>>();
  {
    const ReleaseGil release;
    for (const RougeScore& score : rouge_batch(tasks, options, threads, wait_for(progress))) {
      numbers->insert(numbers->end(), {score.precision, score.recall, score.fmeasure});
    }
  }
  return Buffer::of(numbers->data(), numbers->size(), numbers, static_cast<py::ssize_t>(3 * options.types.size()));
}

std::shared_ptr<PySummary> choose(const PyDocument& document, const py::list& references,
                                  std::optional<std::uint64_t> sentences, std::optional<std::uint64_t> words,
                                  const RougeOptions& options) {
  const SourceRows sources(references);
  std::vector<std::string_view> texts;
  for (std::size_t i = 0; i < sources.size(); ++i) texts.push_back(sources.source(i).text());
  const Cancel cancel(std::nullopt, check_signals);
  const ReleaseGil release;
  const Summary summary = oracle(document.document(), texts, {sentences, words}, options, &thread_workspace(), cancel);
  return std::make_shared<PySummary>(document.text(), document.document(), summary, "oracle");
}

using Limits = std::pair<std::optional<std::uint64_t>, std::optional<std::uint64_t>>;

py::list choose_many(const py::list& texts, const py::list& references, const std::vector<Limits>& limits,
                     const RougeOptions& options, unsigned threads, const py::object& progress) {
  const SourceRows sources(texts);
  const ReferenceRows reference_rows(references);
  std::vector<OracleTask> tasks;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& [sentences, words] = limits.at(i);
    tasks.push_back({sources.source(i).text(), reference_rows.row(i), {sentences, words}});
  }
  std::vector<std::string> printed;
  {
    const ReleaseGil release;
    printed = oracle_batch(tasks, options, threads, wait_for(progress));
  }
  py::list result;
  for (const std::string& text : printed) result.append(decode(text));
  return result;
}

std::vector<std::uint64_t> count_words_of(const py::list& texts) {
  const SourceRows sources(texts);
  const ReleaseGil release;
  std::vector<std::uint64_t> counts;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    counts.push_back(count_words(sources.source(i).text(), &thread_workspace()));
  }
  return counts;
}

py::str cut(py::str text, std::uint64_t n) {
  const SourceText source(std::move(text));
  return decode(source.source().substr(0, first_words(source.text(), n, &thread_workspace()).size()));
}

Overlap compare_texts(py::object text, py::object summary) {
  const SourceText text_source(std::move(text));
  const SourceText summary_source(std::move(summary));
  const Cancel cancel(std::nullopt, check_signals);
  const ReleaseGil release;
  return overlap_with(text_source.text(), summary_source.text(), &thread_workspace(), cancel);
}

double share_dangling(const PyDocument& document, const std::vector<std::uint32_t>& units) {
  const ReleaseGil release;
  return dangling_share(document.document(), units);
}

/// (mean, low, high, p_value) of each column.
py::list resample(const std::vector<std::vector<double>>& rows, std::size_t n_columns, std::size_t n_resamples,
                  std::uint64_t seed) {
  std::vector<double> table;
  for (const std::vector<double>& row : rows) table.insert(table.end(), row.begin(), row.end());
  if (table.size() != rows.size() * n_columns) throw py::value_error("each row must have n_columns numbers");
  std::vector<Difference> differences;
  {
    const Cancel cancel(std::nullopt, check_signals);
    const ReleaseGil release;
    differences = bootstrap(table, n_columns, n_resamples, seed, cancel);
  }
  py::list result;
  for (const Difference& one : differences) result.append(py::make_tuple(one.mean, one.low, one.high, one.p_value));
  return result;
}

void append_value(const py::handle& value, ArrayData* array) {
  if (value.is_none()) {
    array->append_null();
  } else if (array->format == "u") {
    array->append(to_utf8(value));
  } else if (array->format == "l") {
    array->append(py::cast<std::int64_t>(value));
  } else {
    array->append(py::cast<double>(value));
  }
}

/// `fields`: (name, format) of each column, with the formats of ArrayData; `rows`: tuples.
std::shared_ptr<ResultColumn> make_table(const std::vector<std::pair<std::string, std::string>>& fields,
                                         const py::list& rows) {
  std::vector<ArrayData> children;
  for (const auto& [name, format] : fields) children.push_back(ArrayData::type(name, format));
  auto column = std::make_shared<ResultColumn>(ArrayData::type("", "+s", std::move(children)));
  for (const py::handle row : rows) {
    const auto values = py::cast<py::tuple>(row);
    column->append(0, [&](ArrayData* array) {
      for (std::size_t i = 0; i < fields.size(); ++i) append_value(values[i], &array->children[i]);
      array->close();
    });
  }
  return column;
}

}  // namespace

void bind_evaluate(py::module_& m) {
  py::class_<RougeOptions, std::shared_ptr<RougeOptions>>(m, "RougeOptions", "What ROUGE counts.")
      .def(py::init(&make_options), py::arg("types"), py::arg("words"), py::arg("use_stemmer"), py::arg("mean"));
  m.def("rouge", &rouge, py::arg("summaries"), py::arg("references"), py::arg("options"), py::arg("threads"),
        py::arg("progress"), "A row for each summary: precision, recall and F-measure of each type.");
  m.def("oracle", &choose, py::arg("document"), py::arg("references"), py::arg("sentences"), py::arg("words"),
        py::arg("options"), "The greedy choice by ROUGE, as a Summary.");
  m.def("oracle_many", &choose_many, py::arg("texts"), py::arg("references"), py::arg("limits"), py::arg("options"),
        py::arg("threads"), py::arg("progress"),
        "The printed choice of each text. `limits`: the maximum number of (sentences, words) for each; None is no "
        "limit.");
  m.def("count_words", &count_words_of, py::arg("texts"));
  m.def("first_words", &cut, py::arg("text"), py::arg("n"), "The text up to the end of its n-th word.");
  py::class_<Overlap>(m, "Overlap", "How a summary uses the words of its text.")
      .def_readonly("n_text", &Overlap::n_text)
      .def_readonly("n_summary", &Overlap::n_summary)
      .def_readonly("coverage", &Overlap::coverage)
      .def_readonly("density", &Overlap::density)
      .def_readonly("redundancy", &Overlap::redundancy);
  m.def("overlap", &compare_texts, py::arg("text"), py::arg("summary"));
  m.def("dangling_share", &share_dangling, py::arg("document"), py::arg("units"));
  m.def("bootstrap", &resample, py::arg("rows"), py::arg("n_columns"), py::arg("n_resamples"), py::arg("seed"),
        "(mean, low, high, p value) of each column.");
  m.def("make_table", &make_table, py::arg("fields"), py::arg("rows"), "A column of structs, for Arrow.");
}

}  // namespace tersely::python
