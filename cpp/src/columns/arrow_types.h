/// Which Arrow types hold text, and how.
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
  ArrowTextType(const ArrowSchema& schema, const std::optional<std::string>& field);

  /// Of the entries of a dictionary.
  ArrowTextType values() const;

  ArrowLayout layout = ArrowLayout::null;
  OffsetUnit unit = OffsetUnit::code_point;
  char index = 0;                     // format of a dictionary's indices; 0: no dictionary
  std::optional<std::int64_t> field;  // which child of the struct

 private:
  ArrowTextType() = default;
  void set_layout(const ArrowSchema& schema);
};

}  // namespace tersely
