#include "tersely/text.h"

#include <algorithm>
#include <cstring>

#include "tersely/error.h"
#include "text/byte_scan.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

struct FileType {
  std::string_view magic;
  std::string_view name;
  std::string_view advice;
};
constexpr FileType file_types[] = {
    {"%PDF-", "a PDF file", "extract its text first, e.g. with pdftotext"},
    {"PK\x03\x04", "a ZIP file (or a docx, xlsx, epub, which are ZIP files)", "extract its text first"},
    {"\x1f\x8b", "gzip data", "decompress it first, e.g. gzip.decompress(data)"},
    {"\xff\xfe", "UTF-16 text", "decode it first: data.decode(\"utf-16\")"},
    {"\xfe\xff", "UTF-16 text", "decode it first: data.decode(\"utf-16\")"},
};

using Byte = std::uint8_t;

bool is_continuation(Byte b) { return (b & 0xc0) == 0x80; }

/// Length of the well-formed sequence at `p` (Unicode table 3-7), or 0.
std::size_t sequence_length(const Byte* p, const Byte* end) {
  const Byte lead = *p;
  if (lead < 0x80) return 1;
  const auto continues = [&](std::ptrdiff_t n) {
    return end - p > n && std::all_of(p + 1, p + n + 1, is_continuation);
  };
  if (lead >= 0xc2 && lead <= 0xdf) return continues(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    if (!continues(2)) return 0;
    const bool overlong = lead == 0xe0 && p[1] < 0xa0;
    const bool surrogate = lead == 0xed && p[1] > 0x9f;
    return overlong || surrogate ? 0 : 3;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    if (!continues(3)) return 0;
    const bool overlong = lead == 0xf0 && p[1] < 0x90;
    const bool beyond = lead == 0xf4 && p[1] > 0x8f;
    return overlong || beyond ? 0 : 4;
  }
  return 0;
}

/// Skips ASCII, eight bytes at a time: most texts are mainly ASCII.
const Byte* skip_ascii(const Byte* p, const Byte* end) {
  std::uint64_t word;
  while (end - p >= 8) {
    std::memcpy(&word, p, 8);
    if ((word & 0x8080808080808080u) != 0) break;
    p += 8;
  }
  while (p < end && *p < 0x80) ++p;
  return p;
}

/// The first byte that is not part of well-formed UTF-8, or `end`.
const Byte* find_invalid(const Byte* p, const Byte* end) {
  for (p = skip_ascii(p, end); p < end; p = skip_ascii(p, end)) {
    const std::size_t length = sequence_length(p, end);
    if (length == 0) return p;
    p += length;
  }
  return end;
}

const Byte* bytes_of(std::string_view text) { return reinterpret_cast<const Byte*>(text.data()); }

/// A control other than NUL, or the first byte of U+0085 or U+2028 and U+2029.
constexpr auto may_break_line = [](ByteBlock bytes) {
  return bytes.in_range('\x01', '\x1f') | bytes.equals('\xc2') | bytes.equals('\xe2');
};

constexpr std::ptrdiff_t part_bytes = std::ptrdiff_t{1} << 20;  // between two checks of Cancel

InvalidText invalid_at(std::size_t position) {
  return {position, "invalid UTF-8 at byte " + std::to_string(position) +
                        ": if the text has another encoding, decode it first, e.g. data.decode(\"latin-1\"); to go on "
                        "in spite of damage, data.decode(errors=\"replace\")"};
}

std::size_t units_of_byte(Byte b, OffsetUnit unit) {
  if (unit == OffsetUnit::byte) return 1;
  if (is_continuation(b)) return 0;
  return unit == OffsetUnit::utf16 && b >= 0xf0 ? 2 : 1;
}

/// `i`: of the span's begin in `bounds`.
[[noreturn]] void refuse_span(std::span<const std::int64_t> bounds, std::size_t i, const std::string& allowed) {
  throw InvalidOption(
      "spans",
      "(" + std::to_string(bounds[i]) + ", " + std::to_string(bounds[i + 1]) + ") at index " + std::to_string(i / 2),
      allowed);
}

bool is_boundary(std::string_view text, std::int64_t at) {
  const auto byte = static_cast<std::size_t>(at);
  return byte == text.size() || !is_continuation(static_cast<Byte>(text[byte]));
}

void check_bounds(std::string_view text, std::span<const std::int64_t> bounds, OffsetUnit unit) {
  const auto size = static_cast<std::int64_t>(count_units(text, unit));
  std::int64_t done = 0;
  for (std::size_t i = 0; i < bounds.size(); i += 2) {
    const std::int64_t begin = bounds[i];
    const std::int64_t end = bounds[i + 1];
    if (begin < 0 || begin > size || end > size) {
      refuse_span(bounds, i, "inside the text, which ends at " + std::to_string(size));
    }
    if (end < begin) refuse_span(bounds, i, "a start and an end that is not before it");
    if (begin < done) {
      refuse_span(bounds, i, "at " + std::to_string(done) + " or later, where the span before it ends");
    }
    if (unit == OffsetUnit::byte && !(is_boundary(text, begin) && is_boundary(text, end))) {
      refuse_span(bounds, i, "made of whole characters");
    }
    done = end;
  }
}

}  // namespace

Span trim(std::string_view text, Span span) noexcept {
  while (span.begin < span.end) {
    std::size_t next = span.begin;
    if (!is_space(next_code_point(text, &next))) break;
    span.begin = static_cast<std::uint32_t>(next);
  }
  while (span.begin < span.end) {
    std::size_t last = span.end;
    if (!is_space(previous_code_point(text, &last))) break;
    span.end = static_cast<std::uint32_t>(last);
  }
  return span;
}

void validate_utf8(std::string_view text, const Cancel& cancel) {
  for (const FileType& type : file_types) {
    if (text.substr(0, type.magic.size()) == type.magic) {
      throw InvalidText(0, "this is " + std::string(type.name) + ", not UTF-8 text: " + std::string(type.advice));
    }
  }
  const Byte* const begin = bytes_of(text);
  const Byte* const end = begin + text.size();
  for (const Byte* p = begin; p < end;) {
    cancel.check();
    const Byte* const part_end = p + std::min<std::ptrdiff_t>(end - p, part_bytes);
    const Byte* const invalid = find_invalid(p, part_end);
    if (invalid == part_end) {
      p = part_end;
    } else if (const std::size_t length = sequence_length(invalid, end); length > 0) {
      p = invalid + length;  // valid, but cut by the end of the part
    } else {
      throw invalid_at(static_cast<std::size_t>(invalid - begin));
    }
  }
}

bool is_valid_utf8(std::string_view text) noexcept {
  const Byte* const end = bytes_of(text) + text.size();
  return find_invalid(bytes_of(text), end) == end;
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  const Byte* const begin = bytes_of(text);
  const Byte* const end = begin + text.size();
  for (const Byte* p = begin; p < end;) {
    const std::size_t length = sequence_length(p, end);
    valid += length == 0 ? "\ufffd" : text.substr(static_cast<std::size_t>(p - begin), length);
    p += std::max<std::size_t>(length, 1);
  }
  return valid;
}

std::size_t count_units(std::string_view text, OffsetUnit unit) noexcept {
  std::size_t n = 0;
  for (const char c : text) n += units_of_byte(static_cast<Byte>(c), unit);
  return n;
}

std::vector<std::uint32_t> convert_offsets(std::string_view text, const std::vector<std::uint32_t>& bytes,
                                           OffsetUnit unit) {
  std::vector<std::uint32_t> converted;
  converted.reserve(bytes.size());
  std::size_t done = 0;
  std::size_t count = 0;
  for (const std::uint32_t offset : bytes) {
    count += count_units(text.substr(done, offset - done), unit);
    done = offset;
    converted.push_back(static_cast<std::uint32_t>(count));
  }
  return converted;
}

std::vector<std::uint32_t> convert_spans(std::string_view text, std::span<const Span> spans, OffsetUnit unit) {
  std::vector<std::uint32_t> bytes;
  bytes.reserve(2 * spans.size());
  for (const Span& span : spans) bytes.insert(bytes.end(), {span.begin, span.end});
  if (unit == OffsetUnit::byte) return bytes;
  if (std::is_sorted(bytes.begin(), bytes.end())) return convert_offsets(text, bytes, unit);
  std::vector<std::uint32_t> ascending = bytes;
  std::sort(ascending.begin(), ascending.end());
  const std::vector<std::uint32_t> converted = convert_offsets(text, ascending, unit);
  for (std::uint32_t& offset : bytes) {
    offset = converted[static_cast<std::size_t>(std::lower_bound(ascending.begin(), ascending.end(), offset) -
                                                ascending.begin())];
  }
  return bytes;
}

std::vector<std::uint32_t> byte_offsets(std::string_view text, const std::vector<std::uint32_t>& code_points) {
  std::vector<std::uint32_t> bytes;
  bytes.reserve(code_points.size());
  std::size_t at = 0;
  std::uint32_t passed = 0;
  for (const std::uint32_t wanted : code_points) {
    for (; passed < wanted && at < text.size(); ++passed) (void)next_code_point(text, &at);
    bytes.push_back(static_cast<std::uint32_t>(at));
  }
  return bytes;
}

std::vector<Span> read_spans(std::string_view text, std::span<const std::int64_t> bounds, OffsetUnit unit) {
  check_bounds(text, bounds, unit);
  std::vector<std::uint32_t> bytes;
  bytes.reserve(bounds.size());
  for (const std::int64_t bound : bounds) bytes.push_back(static_cast<std::uint32_t>(bound));
  if (unit == OffsetUnit::code_point) bytes = byte_offsets(text, bytes);
  std::vector<Span> spans;
  spans.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); i += 2) spans.push_back({bytes[i], bytes[i + 1]});
  return spans;
}

std::string print_unit(std::string_view text) {
  if (find_bytes<1>(text, 0, may_break_line) == text.size()) return std::string(text);
  std::string printed;
  printed.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t run = at;
    bool line_break = false;
    std::size_t after = at;
    while (after < text.size()) {
      std::size_t next = after;
      const CodePoint c = next_code_point(text, &next);
      if (!is_space(c)) break;
      line_break |= is_line_break(c);
      after = next;
    }
    if (after > run) {
      if (line_break) {
        printed += ' ';
      } else {
        printed += text.substr(run, after - run);
      }
      at = after;
      continue;
    }
    (void)next_code_point(text, &at);
    printed += text.substr(run, at - run);
  }
  return printed;
}

}  // namespace tersely
