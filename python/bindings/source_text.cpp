#include "source_text.h"

#include <algorithm>
#include <utility>

namespace tersely::python {
namespace {

py::object checked(PyObject* object) {
  if (object == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(object);
}

std::string_view view(const py::object& bytes) {
  return {PyBytes_AS_STRING(bytes.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

py::object encode(const py::object& text, const char* errors) {
  return checked(PyUnicode_AsEncodedString(text.ptr(), "utf-8", errors));
}

/// Replaces surrogates, as "surrogatepass" encodes them, by U+FFFD.
std::string replace_surrogates(std::string_view source) {
  std::string out(source);
  for (std::size_t i = 0; i + 2 < out.size(); ++i) {
    if (out[i] == '\xed' && static_cast<unsigned char>(out[i + 1]) >= 0xa0) out.replace(i, 3, "\xef\xbf\xbd");
  }
  return out;
}

}  // namespace

SourceText::SourceText(py::object object) : object_(std::move(object)) {
  if (PyBytes_Check(object_.ptr())) {
    source_ = view(object_);
    return;
  }
  if (!PyUnicode_Check(object_.ptr())) throw py::type_error("a text must be str or bytes");
  if (PyUnicode_IS_ASCII(object_.ptr())) {
    source_ = {static_cast<const char*>(PyUnicode_DATA(object_.ptr())),
               static_cast<std::size_t>(PyUnicode_GET_LENGTH(object_.ptr()))};
    return;
  }
  unit_ = OffsetUnit::code_point;
  try {
    encoded_ = encode(object_, "strict");
    source_ = view(encoded_);
  } catch (py::error_already_set& error) {
    if (!error.matches(PyExc_UnicodeEncodeError)) throw;
    encoded_ = encode(object_, "surrogatepass");
    source_ = view(encoded_);
    analysed_ = replace_surrogates(source_);
  }
}

SourceText::SourceText(const py::list& objects, std::vector<double> scores) {
  std::vector<std::string_view> analysed;
  std::vector<std::string_view> given;
  for (const py::handle object : objects) {
    const py::object text = object.is_none() ? py::object(py::str()) : py::reinterpret_borrow<py::object>(object);
    parts_.push_back(std::make_unique<SourceText>(text));
    analysed.push_back(parts_.back()->text());
    given.push_back(parts_.back()->source());
  }
  sources_ = std::make_unique<const Sources>(join_sources(analysed, std::move(scores)));
  analysed_ = join_sources(given).text;
  source_ = analysed_;
}

std::vector<std::uint32_t> SourceText::offsets(std::span<const Span> spans) const {
  if (!sources_) return convert_spans(text(), spans, unit_);
  std::vector<std::vector<std::size_t>> of_part(parts_.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const auto after = std::upper_bound(sources_->spans.begin(), sources_->spans.end(), spans[i].begin,
                                        [](std::uint32_t begin, const Span& part) { return begin < part.begin; });
    of_part[static_cast<std::size_t>(after - sources_->spans.begin()) - 1].push_back(i);
  }
  std::vector<std::uint32_t> result(2 * spans.size());
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    std::vector<Span> moved;
    const std::uint32_t begin = sources_->spans[part].begin;
    for (const std::size_t i : of_part[part]) moved.push_back({spans[i].begin - begin, spans[i].end - begin});
    const std::vector<std::uint32_t> offsets = parts_[part]->offsets(moved);
    for (std::size_t k = 0; k < offsets.size(); ++k) result[2 * of_part[part][k / 2] + k % 2] = offsets[k];
  }
  return result;
}

py::str decode(std::string_view printed) {
  PyObject* text = PyUnicode_DecodeUTF8(printed.data(), static_cast<Py_ssize_t>(printed.size()), "surrogatepass");
  return py::reinterpret_steal<py::str>(checked(text).release());
}

std::string to_utf8(py::handle text) {
  return std::string(SourceText(py::reinterpret_borrow<py::object>(text)).text());
}

}  // namespace tersely::python
