/// A column of texts, wherever they lie.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "tersely/text.h"

namespace tersely {

/// Read by several threads at a time. What is read stays valid as long as the column.
class TextRows {
 public:
  TextRows() = default;
  TextRows(const TextRows&) = delete;
  TextRows& operator=(const TextRows&) = delete;
  virtual ~TextRows() = default;

  virtual std::size_t size() const = 0;
  /// nullopt: the row is missing. An Error thrown here costs this row only.
  virtual std::optional<std::string_view> text(std::size_t row) const = 0;
  /// What offsets into the row's text are to count: code points of text, bytes of binary data.
  virtual OffsetUnit unit(std::size_t row) const = 0;
};

}  // namespace tersely
