/// Prints units as text: str(summary) and its length.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analysis/analysed_text.h"

namespace tersely {

/// A unit of which only the beginning is printed.
struct Beginning {
  std::uint32_t unit = 0;
  Span span;
};

/// Prints a space between units, nothing after a full-width stop, and a line feed before and after an item, turn or
/// code unit, and between units of two sources. A run of white space with a line break prints as one space. A unit that
/// is cut ends in "…", and what is printed after it is the same as after the whole unit. Borrows the document.
class Renderer {
 public:
  /// `source`: the text to print, the document's or other bytes with the same offsets.
  Renderer(const AnalysedText& document, std::string_view source) : document_(document), source_(source) {}
  explicit Renderer(const AnalysedText& document) : Renderer(document, document.text()) {}

  std::string unit(std::uint32_t unit) const { return span(document_.unit(unit).span); }
  std::string span(Span span) const { return print_unit(span.of(source_)); }
  std::string_view separator(std::uint32_t before, std::uint32_t after) const;
  /// Prints units in the given order. `cut`: one of them, of which only the beginning is printed.
  std::string join(std::span<const std::uint32_t> units, const std::optional<Beginning>& cut = std::nullopt) const;
  /// Prints the whole text, trimmed but otherwise unchanged; given sentences are joined, and a blank line stands
  /// between sources.
  std::string whole() const;

 private:
  std::string whole_sources() const;

  const AnalysedText& document_;
  std::string_view source_;
};

}  // namespace tersely
