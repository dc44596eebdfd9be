/// Dates and times of day at the begin of lines, as chats and transcripts write them.
#pragma once

#include <cstddef>
#include <string_view>

#include "characters.h"
#include "segmentation/window.h"

namespace tersely {

/// A cursor over a line.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : line_(line), window_(line, 0, line.size()) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ >= line_.size(); }
  CodePoint next() const { return window_.at(at_); }
  std::string_view rest() const { return line_.substr(at_); }
  void advance() { at_ = window_.after(at_); }
  bool skip(char c) {
    if (at_end() || line_[at_] != c) return false;
    ++at_;
    return true;
  }
  void skip_space() { at_ = window_.skip_space(at_); }
  void move_to(std::size_t at) { at_ = at; }
  std::size_t skip_digits() {
    const std::size_t begin = at_;
    while (characters::is_ascii_digit(next())) ++at_;
    return at_ - begin;
  }

 private:
  std::string_view line_;
  Window window_;
  std::size_t at_ = 0;
};

/// Moves behind "10:01", "[10:01:02]", "12/03/2025, 10:01 PM -" and the white space that follows; stays where it is and
/// returns false if there is no time of day.
bool skip_time_stamp(LineReader* reader);

}  // namespace tersely
