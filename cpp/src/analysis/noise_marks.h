/// What transcripts write for sounds, and captions for times and fonts: "{vocalsound}", "[laughter]", "(inaudible)".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "tersely/language.h"
#include "tersely/text.h"

namespace tersely {

/// Curly and angle brackets around one name are marks; square and round ones are if they hold up to three words, one of
/// them a noise in the table of the language. A mark has at most 40 bytes. Borrows both. O(bytes) in all.
class NoiseMarks {
 public:
  NoiseMarks(std::string_view text, const Language& language) : text_(text), language_(language) {}

  /// Drops the words of marks in `within` from `words`, which lie there and ascend. `within` begins after that of the
  /// call before.
  void drop(Span within, std::vector<Span>* words);

 private:
  bool holds_noise(std::span<const Span> words) const;
  void find_from(std::size_t at);

  std::string_view text_;
  const Language& language_;
  bool searched_ = false;
  std::size_t next_ = 0;  // where the next mark may begin
};

}  // namespace tersely
