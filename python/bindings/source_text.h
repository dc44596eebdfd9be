#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prelude.h"
#include "tersely/reasons.h"
#include "tersely/sources.h"
#include "tersely/text.h"

namespace tersely::python {

/// A str or bytes as UTF-8, kept alive, or several of them as the joined text of one document. Construct and destroy it
/// with the GIL held; reading needs no GIL.
class SourceText {
 public:
  /// `object`: str or bytes, else TypeError. ASCII and bytes are borrowed; other strings are encoded into a bytes
  /// object of their own (PyUnicode_AsUTF8 would leave its copy inside the user's string).
  explicit SourceText(py::object object);
  /// Several texts: each a str, bytes, or None, which counts as a blank text. `scores`: see join_sources().
  SourceText(const py::list& objects, std::vector<double> scores);

  /// The text to analyse: lone surrogates are replaced by U+FFFD, which has as many bytes.
  std::string_view text() const {
    if (sources_) return sources_->text;
    return analysed_.empty() ? source_ : std::string_view(analysed_);
  }
  /// The same with the place of each text, if there are several; else null.
  const Sources* sources() const { return sources_.get(); }
  /// The text to print, unchanged.
  std::string_view source() const { return source_; }
  OffsetUnit unit() const { return unit_; }
  /// flag_lone_surrogates, if it has some.
  std::uint32_t flags() const {
    if (parts_.empty()) return analysed_.empty() ? 0 : flag_lone_surrogates;
    std::uint32_t flags = 0;
    for (const auto& part : parts_) flags |= part == nullptr ? 0 : part->flags();
    return flags;
  }
  const py::object& object() const { return object_; }

  /// Begin and end of each span in the caller's unit: code points for str, bytes for bytes. If there are several texts,
  /// offsets in the span's own text.
  std::vector<std::uint32_t> offsets(std::span<const Span> spans) const;

 private:
  py::object object_;
  py::object encoded_;
  std::string analysed_;
  std::vector<std::unique_ptr<SourceText>> parts_;  // of several texts
  std::unique_ptr<const Sources> sources_;
  std::string_view source_;
  OffsetUnit unit_ = OffsetUnit::byte;  // byte also for ASCII strings, where a byte is a code point
};

/// A printed text as a str, with its surrogates.
py::str decode(std::string_view printed);

/// A str as UTF-8, with lone surrogates replaced by U+FFFD.
std::string to_utf8(py::handle text);

}  // namespace tersely::python
