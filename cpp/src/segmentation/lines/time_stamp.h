/// Dates and times of day at the start of lines, as chats and transcripts write them.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/characters.h"
#include "text/window.h"

namespace tersely {

/// A cursor over a line. White space includes the invisible controls that chat exports put around times and names.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : line_(line), window_(line, 0, line.size()) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ >= line_.size(); }
  CodePoint next() const { return window_.at(at_); }
  std::string_view rest() const { return line_.substr(at_); }
  void advance() { at_ = window_.after(at_); }
  bool skip(std::string_view what) {
    if (!rest().starts_with(what)) return false;
    at_ += what.size();
    return true;
  }
  void skip_space() { at_ = window_.skip_space_and_invisible(at_); }
  void move_to(std::size_t at) { at_ = at; }
  /// Decimal digits of any script. Returns how many.
  std::size_t skip_digits() {
    std::size_t n = 0;
    for (; is_digit(next()); ++n) advance();
    return n;
  }

 private:
  std::string_view line_;
  Window window_;
  std::size_t at_ = 0;
};

/// Moves past "10:01", "[10:01:02]", "12/03/2025, 10:01 PM -", "[Oct 14, 2025, 3:34 PM]" and the white space after it.
/// If there is no time of day, it does not move and returns false. Reads at most 48 bytes.
bool skip_time_stamp(LineReader* reader);

/// The offset of the time of day at the end of the line, in brackets or not, before a colon or not; npos if there is
/// none.
std::size_t find_last_time(std::string_view line);

}  // namespace tersely
