#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prelude.h"
#include "tersely/reasons.h"
#include "tersely/text.h"

namespace tersely::python {

/// A str or bytes as UTF-8, kept alive. Construct and destroy it with the GIL held; reading needs no GIL.
class SourceText {
 public:
  /// `object`: str or bytes, else TypeError. ASCII and bytes are borrowed; other strings are encoded into a bytes
  /// object of their own (PyUnicode_AsUTF8 would leave its copy inside the user's string).
  explicit SourceText(py::object object);

  /// The text to analyse: lone surrogates are replaced by U+FFFD, which has as many bytes.
  std::string_view text() const { return analysed_.empty() ? source_ : std::string_view(analysed_); }
  /// The text to print, unchanged.
  std::string_view source() const { return source_; }
  OffsetUnit unit() const { return unit_; }
  /// flag_lone_surrogates, if it has some.
  std::uint32_t flags() const { return analysed_.empty() ? 0 : flag_lone_surrogates; }
  const py::object& object() const { return object_; }

  /// Begin and end of each span in the caller's unit: code points for str, bytes for bytes.
  std::vector<std::uint32_t> offsets(std::span<const Span> spans) const { return convert_spans(text(), spans, unit_); }

 private:
  py::object object_;
  py::object encoded_;
  std::string analysed_;
  std::string_view source_;
  OffsetUnit unit_ = OffsetUnit::byte;  // byte also for ASCII strings, where a byte is a code point
};

/// A printed text as a str, with its surrogates.
py::str decode(std::string_view printed);

/// A str as UTF-8, with lone surrogates replaced by U+FFFD.
std::string to_utf8(py::handle text);

}  // namespace tersely::python
