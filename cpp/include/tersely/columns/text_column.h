/// Arrow columns of text, read where they lie.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/columns/arrow.h"
#include "tersely/columns/text_rows.h"

namespace tersely {

/// Columns of the types string, large_string, string_view, binary, large_binary, binary_view and null, dictionaries of
/// them, and fields of structs (of tables, that is). Chunked and sliced, with nulls. No text is copied.
///
/// The structs that are given are moved from (their `release` becomes null), also where an exception is thrown, and
/// released when the column is destroyed: in that thread, one after the other. Rows are checked when they are read:
/// damaged offsets cost their row (InvalidColumn), the UTF-8 is checked when it is analysed. Arrow does not tell how
/// large a buffer is: one that is smaller than its array says cannot be seen.
///
/// Throws ColumnTypeError where the type holds no text, or the field does not exist; InvalidColumn where a struct has
/// been released before, a pointer that must be there is null, a length or an offset is impossible, or the stream
/// failed.
class TextColumn final : public TextRows {
 public:
  struct Type;

  /// `field`: name of a struct's field; nullopt for a column that is text itself.
  static std::unique_ptr<TextColumn> of_array(ArrowSchema* schema, ArrowArray* array,
                                              const std::optional<std::string>& field);
  /// Reads the stream to its end, in the calling thread.
  static std::unique_ptr<TextColumn> of_stream(ArrowArrayStream* stream, const std::optional<std::string>& field);
  ~TextColumn() override;

  std::size_t size() const override { return ends_.empty() ? 0 : ends_.back(); }
  std::optional<std::string_view> text(std::size_t row) const override;
  OffsetUnit unit(std::size_t row) const override;

 private:
  struct Chunk;

  TextColumn(ArrowSchema* schema, const std::optional<std::string>& field);
  void append(ArrowArray* array);

  std::unique_ptr<Type> type_;
  std::vector<std::unique_ptr<Chunk>> chunks_;
  std::vector<std::size_t> ends_;  // of each chunk, in rows
};

}  // namespace tersely
