#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "prelude.h"
#include "source_text.h"
#include "tersely/text_rows.h"

namespace tersely::python {

/// A list of str, bytes or None. Made and destroyed with the GIL; read without.
class SourceRows final : public TextRows {
 public:
  explicit SourceRows(const py::list& texts) {
    sources_.reserve(texts.size());
    for (const py::handle text : texts) {
      sources_.push_back(text.is_none() ? nullptr
                                        : std::make_unique<SourceText>(py::reinterpret_borrow<py::object>(text)));
    }
  }

  std::size_t size() const override { return sources_.size(); }
  std::optional<std::string_view> text(std::size_t row) const override {
    return sources_[row] ? std::optional(sources_[row]->text()) : std::nullopt;
  }
  OffsetUnit unit(std::size_t row) const override { return sources_[row]->unit(); }

  const SourceText& source(std::size_t row) const { return *sources_[row]; }

 private:
  std::vector<std::unique_ptr<SourceText>> sources_;
};

}  // namespace tersely::python
