/// Arrow columns of text, read in place.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/columns/arrow.h"
#include "tersely/columns/text_rows.h"

namespace tersely {

/// Reads columns of the types string, large_string, string_view, binary, large_binary, binary_view and null,
/// dictionaries of them, and fields of structs (the columns of tables). Columns may be chunked and sliced, and may have
/// nulls. No text is copied.
///
/// The given structs are moved from (their `release` becomes null), even if an exception is thrown. They are released
/// when the column is destroyed, in that thread, one after the other. Rows are checked when they are read: damaged
/// offsets make that row fail with InvalidColumn. UTF-8 is checked when the row is analysed. Arrow does not state the
/// size of a buffer, so a buffer that is too small for its array cannot be detected.
///
/// Throws ColumnTypeError if the type holds no text, or the field does not exist. Throws InvalidColumn if a struct has
/// already been released, a required pointer is null, a length or an offset is impossible, or the stream failed.
class TextColumn final : public TextRows {
 public:
  struct Type;

  /// `field`: the name of a field of a struct; nullopt if the column itself is text.
  static std::unique_ptr<TextColumn> of_array(ArrowSchema* schema, ArrowArray* array,
                                              const std::optional<std::string>& field);
  /// Reads the stream to its end, in the calling thread.
  static std::unique_ptr<TextColumn> of_stream(ArrowArrayStream* moved, const std::optional<std::string>& field);
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
