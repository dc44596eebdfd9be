/// Units as text: what str(summary) is, and how long.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "analysis/analysed_text.h"

namespace tersely {

/// A space between units, nothing after a full-width stop, a line feed before and after an item, turn or code unit; a
/// run of white space with a line break in it prints as one space. Borrows the document.
class Renderer {
 public:
  /// `source` is what is printed: the document's text, or other bytes with the same offsets.
  Renderer(const AnalysedText& document, std::string_view source) : document_(document), source_(source) {}
  explicit Renderer(const AnalysedText& document) : Renderer(document, document.text()) {}

  std::string unit(std::uint32_t unit) const { return span(document_.unit(unit).span); }
  std::string span(Span span) const { return print_unit(span.of(source_)); }
  std::string_view separator(std::uint32_t before, std::uint32_t after) const;
  /// Units in the order given.
  std::string join(std::span<const std::uint32_t> units) const;
  /// All of the text, unchanged but for white space at its ends; given sentences are joined.
  std::string whole() const;

 private:
  const AnalysedText& document_;
  std::string_view source_;
};

}  // namespace tersely
