/// Spans, and what is asked of a text before it is analysed.
///
/// A text is a std::string_view of UTF-8 that the caller keeps alive. All offsets inside the library are bytes;
/// `convert_offsets` translates them for callers who count otherwise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"

namespace tersely {

/// Bytes [begin, end) of a text. 32 bits: a text may have up to 2 GiB (max_text_bytes).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const noexcept { return end - begin; }
  std::string_view of(std::string_view text) const noexcept { return text.substr(begin, end - begin); }
  friend bool operator==(const Span&, const Span&) = default;
};

inline constexpr std::size_t max_text_bytes = std::size_t{1} << 31;

/// `span` without the white space at its ends; empty where nothing else is in it.
Span trim(std::string_view text, Span span) noexcept;

/// Throws InvalidText where `text` is not UTF-8, with the position of the first bad byte. A PDF, ZIP (docx), gzip or
/// UTF-16 file is recognised by its first bytes and named. O(bytes).
void validate_utf8(std::string_view text, const Cancel& cancel = Cancel());

/// Units in which callers may count.
enum class OffsetUnit : std::uint8_t { byte, code_point, utf16 };

/// The number of code points (or UTF-16 code units) of valid UTF-8. O(bytes).
std::size_t count_units(std::string_view text, OffsetUnit unit) noexcept;

/// Translates ascending byte offsets of `text` into `unit`, in one pass. O(bytes + offsets).
std::vector<std::uint32_t> convert_offsets(std::string_view text, const std::vector<std::uint32_t>& bytes,
                                           OffsetUnit unit);

/// The begin and end of each span in `unit`, span after span, in the order given; spans may come in any order.
/// O(bytes + spans log spans).
std::vector<std::uint32_t> convert_spans(std::string_view text, std::span<const Span> spans, OffsetUnit unit);

/// The way back: ascending code-point offsets of `text` as byte offsets. O(bytes + offsets).
std::vector<std::uint32_t> byte_offsets(std::string_view text, const std::vector<std::uint32_t>& code_points);

/// `text` as it is printed inside a summary: every run of white space that holds a line break becomes one space.
std::string print_unit(std::string_view text);

}  // namespace tersely
