/// The Arrow types that hold text, and their layouts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tersely/columns/arrow.h"
#include "tersely/text.h"

namespace tersely {

enum class ArrowLayout : std::uint8_t { null, offsets32, offsets64, views };

/// The type of a column of text. Throws ColumnTypeError (text_column.h).
struct ArrowTextType {
  ArrowTextType(const ArrowSchema& schema, const std::optional<std::string>& name);

  /// The type of a dictionary's entries.
  ArrowTextType values() const;

  ArrowLayout layout = ArrowLayout::null;
  OffsetUnit unit = OffsetUnit::code_point;
  char index = 0;                     // format of the dictionary's indices; 0: no dictionary
  std::optional<std::int64_t> field;  // the child of the struct that holds the text

 private:
  ArrowTextType() = default;
  void set_layout(const ArrowSchema& schema);
};

}  // namespace tersely
