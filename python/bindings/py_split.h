#pragma once

#include <cstdint>
#include <vector>

#include "prelude.h"
#include "source_text.h"
#include "tersely/split.h"

namespace tersely::python {

/// The units of a text, and the text itself as given. Construct and destroy it with the GIL held.
struct PySplit {
  /// Takes the units of `text`.
  PySplit(const SourceText& text, Split split, std::vector<std::uint32_t> offsets)
      : source(text.object()),
        language(split.language),
        units(std::move(split.units)),
        spans(offsets.begin(), offsets.end()) {}

  py::object source;
  Language language;
  std::vector<Unit> units;
  std::vector<std::int64_t> spans;  // begin and end of each unit, in the caller's unit of offsets
};

}  // namespace tersely::python
