/// Arrow arrays that own their buffers: built row by row, then exported.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tersely/columns/arrow.h"

namespace tersely {

/// An array of the formats "u" (string), "l" (int64), "g" (double), "+l" (list) or "+s" (struct), with its children.
struct ArrayData {
  std::string format;
  std::string name;
  std::vector<ArrayData> children;
  std::int64_t length = 0;
  std::int64_t null_count = 0;
  std::vector<std::uint8_t> validity;       // one bit per row; empty before the first null
  std::vector<std::int32_t> offsets = {0};  // of strings and lists: length + 1
  std::vector<char> values;                 // bytes of strings, numbers in their own representation

  /// An array without rows.
  static ArrayData type(std::string name, std::string format, std::vector<ArrayData> children = {});

  bool is_valid(std::int64_t row) const;
  std::string_view string(std::int64_t row) const;
  template <class T>
  T number(std::int64_t row) const;

  void append(std::string_view text);
  void append(std::int64_t number) { append_bytes(&number, sizeof number); }
  void append(double number) { append_bytes(&number, sizeof number); }
  /// Closes a list or struct whose children have been appended.
  void close();
  /// Appends a null, also to the children of a struct.
  void append_null();
  /// The same type without rows.
  ArrayData empty() const;

 private:
  void append_bytes(const void* bytes, std::size_t n);
  void end_row(bool valid);
};

/// Fills `out`, whose release() frees it. Thread-safe; O(nodes of the type).
void export_schema(const ArrayData& type, ArrowSchema* out);

/// The same for rows. The export shares ownership of `array`; nothing is copied. `out` and its children may be released
/// in any thread, even after everything else is gone.
void export_array(const std::shared_ptr<const ArrayData>& array, ArrowArray* out);

/// The same for one or more chunks of one type, in order.
void export_stream(std::vector<std::shared_ptr<const ArrayData>> chunks, ArrowArrayStream* out);

}  // namespace tersely
