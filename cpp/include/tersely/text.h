/// Spans of a text, checks of UTF-8, and conversion of offsets.
///
/// A text is a std::string_view of UTF-8 that the caller keeps alive. All offsets inside the library are bytes.
/// `convert_offsets` converts them for callers that count other units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"

namespace tersely {

/// Bytes [begin, end) of a text. 32 bits are enough, since a text may have up to 2 GiB (max_text_bytes).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const noexcept { return end - begin; }
  std::string_view of(std::string_view text) const noexcept { return text.substr(begin, end - begin); }
  friend bool operator==(const Span&, const Span&) = default;
};

inline constexpr std::size_t max_text_bytes = std::size_t{1} << 31;

/// `span` without the white space at its ends; empty if it holds only white space.
Span trim(std::string_view text, Span span) noexcept;

/// Throws InvalidText with the position of the first invalid byte if `text` is not UTF-8. The message says so if the
/// first bytes are those of a PDF, ZIP (docx), gzip or UTF-16 file. O(bytes).
void validate_utf8(std::string_view text, const Cancel& cancel = Cancel());

/// The units in which a caller may count offsets.
enum class OffsetUnit : std::uint8_t { byte, code_point, utf16 };

/// The number of `unit`s in valid UTF-8. O(bytes).
std::size_t count_units(std::string_view text, OffsetUnit unit) noexcept;

/// Converts ascending byte offsets of `text` to `unit`, in one pass. O(bytes + offsets).
std::vector<std::uint32_t> convert_offsets(std::string_view text, const std::vector<std::uint32_t>& bytes,
                                           OffsetUnit unit);

/// The begin and end of each span, in `unit` and in the given order. Spans may be in any order. O(bytes + spans log
/// spans).
std::vector<std::uint32_t> convert_spans(std::string_view text, std::span<const Span> spans, OffsetUnit unit);

/// The inverse: converts ascending code-point offsets of `text` to byte offsets. O(bytes + offsets).
std::vector<std::uint32_t> byte_offsets(std::string_view text, const std::vector<std::uint32_t>& code_points);

/// Reads the spans of a caller: the begin and end of each, in bytes or code points. Throws InvalidOption (spans) that
/// names the first span which is not inside the text, ends before it begins, begins before the end of the one before
/// it, or divides a character. O(bytes + spans).
std::vector<Span> read_spans(std::string_view text, std::span<const std::int64_t> bounds, OffsetUnit unit);

/// A unit as a summary prints it: each run of white space that holds a line break becomes one space.
std::string print_unit(std::string_view text);

}  // namespace tersely
