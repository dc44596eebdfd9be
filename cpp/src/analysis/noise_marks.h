/// Marks for sounds in transcripts, and for times and fonts in captions: "{vocalsound}", "[laughter]", "(inaudible)".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "tersely/language.h"
#include "tersely/text.h"

namespace tersely {

/// Curly and angle brackets around one name are marks. Square and round brackets are marks if they hold up to three
/// words, one of which is a noise in the table of the language. A mark has at most 40 bytes. Borrows both arguments.
/// O(bytes) in total.
class NoiseMarks {
 public:
  NoiseMarks(std::string_view text, const Language& language) : text_(text), language_(language) {}

  /// Removes the words of marks in `within` from `words`, which are ascending and inside it. Call it with ascending
  /// `within`.
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
