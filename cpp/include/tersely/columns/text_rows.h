/// The interface of a column of texts, independent of where the texts are stored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "tersely/text.h"

namespace tersely {

/// Several threads may read it at the same time. Texts stay valid as long as the column exists.
class TextRows {
 public:
  TextRows() = default;
  TextRows(const TextRows&) = delete;
  TextRows& operator=(const TextRows&) = delete;
  virtual ~TextRows() = default;

  virtual std::size_t size() const = 0;
  /// nullopt if the row is missing. If it throws an Error, only this row fails.
  virtual std::optional<std::string_view> text(std::size_t row) const = 0;
  /// The unit of offsets into the row's text: code points for text, bytes for binary data.
  virtual OffsetUnit unit(std::size_t row) const = 0;
  /// Flags that the row has besides those of its text: flag_lone_surrogates.
  virtual std::uint32_t flags(std::size_t /*row*/) const { return 0; }
};

}  // namespace tersely
