#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "prelude.h"
#include "source_text.h"
#include "tersely/columns/text_rows.h"
#include "tersely/error.h"

namespace tersely::python {

/// A list of str, bytes or None. Anything else is a row that fails, with its str() as the reason. Construct and destroy
/// it with the GIL held; reading needs no GIL.
class SourceRows final : public TextRows {
 public:
  explicit SourceRows(const py::list& texts) {
    sources_.reserve(texts.size());
    for (const py::handle text : texts) {
      const bool is_text = PyUnicode_Check(text.ptr()) || PyBytes_Check(text.ptr());
      if (!is_text && !text.is_none()) errors_.emplace(sources_.size(), to_utf8(py::str(text)));
      sources_.push_back(is_text ? std::make_unique<SourceText>(py::reinterpret_borrow<py::object>(text)) : nullptr);
    }
  }

  std::size_t size() const override { return sources_.size(); }
  std::optional<std::string_view> text(std::size_t row) const override {
    if (sources_[row]) return sources_[row]->text();
    if (const auto error = errors_.find(row); error != errors_.end()) throw ColumnTypeError(error->second);
    return std::nullopt;
  }
  OffsetUnit unit(std::size_t row) const override { return sources_[row]->unit(); }
  std::uint32_t flags(std::size_t row) const override { return sources_[row] ? sources_[row]->flags() : 0; }

  const SourceText& source(std::size_t row) const { return *sources_[row]; }

 private:
  std::vector<std::unique_ptr<SourceText>> sources_;  // nullptr: missing, or in errors_
  std::map<std::size_t, std::string> errors_;
};

}  // namespace tersely::python
