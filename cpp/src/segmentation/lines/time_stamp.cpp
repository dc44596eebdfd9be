#include "segmentation/lines/time_stamp.h"

#include <algorithm>

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t longest_stamp = 48;     // bytes
constexpr std::size_t longest_word = 8;       // bytes of "um", "klo", "kl." between date and time
constexpr std::size_t longest_day = 16;       // bytes of a day of the week in brackets
constexpr std::size_t longest_half_day = 10;  // bytes of " p. m.):" after a time

bool skip_any(std::initializer_list<std::string_view> words, LineReader* reader) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return reader->skip(word); });
}

/// "/", "-", ".", ". ", "年"
bool skip_date_separator(LineReader* reader) {
  if (skip_any({"/", "-", "\u5e74", "\u6708", "\u65e5", "\ub144", "\uc6d4", "\uc77c"}, reader)) {
    if (reader->next() == ' ') reader->advance();
    return true;
  }
  if (!reader->skip(".")) return false;
  if (reader->next() == ' ') reader->advance();
  return true;
}

/// "(Tue)" after a date.
void skip_day(LineReader* reader) {
  const std::size_t close = reader->rest().substr(0, longest_day).find(')');
  if (reader->next() == '(' && close != std::string_view::npos) reader->move_to(reader->at() + close + 1);
  reader->skip_space();
}

/// "at", "um", "klo", "kl.", "à": one short word between date and time.
void skip_preposition(LineReader* reader) {
  const std::size_t begin = reader->at();
  while (is_letter(reader->next()) && reader->at() - begin < longest_word) reader->advance();
  reader->skip(".");
  if (reader->at() == begin || !is_space(reader->next())) return reader->move_to(begin);
  reader->skip_space();
}

/// "12/03/2025", "2025-03-12", "12.3.25", "2025年3月12日"; the reader stays where it is if there is none.
bool skip_date(LineReader* reader) {
  const std::size_t begin = reader->at();
  for (int part = 0; part < 3; ++part) {
    const std::size_t digits = reader->skip_digits();
    const bool possible = digits > 0 && digits <= 4;
    if (!possible || (!skip_date_separator(reader) && part < 2)) {
      reader->move_to(begin);
      return false;
    }
  }
  reader->skip_space();
  skip_day(reader);
  skip_any({",", "\u060c", "\u3001", "\uff0c", "T"}, reader);
  reader->skip_space();
  skip_preposition(reader);
  return true;
}

/// "PM", "p.m.", Spanish "p. m.", Arabic, Greek; with any white space before it. Letters that go on are another word.
void skip_half_day(LineReader* reader) {
  const std::size_t begin = reader->at();
  reader->skip_space();
  const bool found = skip_any({"AM", "PM", "am", "pm", "a.m.", "p.m.", "A.M.", "P.M.", "a. m.", "p. m.", "a.\u00a0m.",
                               "p.\u00a0m.", "Uhr", "\u03c0.\u03bc.", "\u03bc.\u03bc.", "\u0635", "\u0645"},
                              reader);
  if (!found || is_alnum(reader->next())) reader->move_to(begin);
}

/// Chinese, Japanese, Korean and Turkish have it before the time.
void skip_leading_half_day(LineReader* reader) {
  if (skip_any({"\u4e0a\u5348", "\u4e0b\u5348", "\u5348\u524d", "\u5348\u5f8c", "\uc624\uc804", "\uc624\ud6c4",
                "\u00d6\u00d6 ", "\u00d6S "},
               reader)) {
    reader->skip_space();
  }
}

/// "10:01", "10:01:02", "10:01:02.345", "10:01 PM"; after a date also "10.01" and "10h01".
bool skip_time(bool dated, LineReader* reader) {
  const std::size_t begin = reader->at();
  skip_leading_half_day(reader);
  const std::size_t hours = reader->skip_digits();
  const bool possible = hours == 1 || hours == 2;
  const bool separated = possible && (skip_any({":", "\uff1a"}, reader) || (dated && skip_any({".", "h"}, reader)));
  if (!separated || reader->skip_digits() != 2) {
    reader->move_to(begin);
    return false;
  }
  if (skip_any({":", "\uff1a"}, reader)) {
    reader->skip_digits();
    if (skip_any({".", ","}, reader)) reader->skip_digits();
  }
  reader->skip("Z");
  skip_half_day(reader);
  return true;
}

/// "Yesterday" or "10/14" before a time in brackets: one word. "[John 3:16]" is none.
bool is_day(std::string_view before, std::string_view time) {
  const Window window(before, 0, before.size());
  const std::string_view word = before.substr(0, window.trim_end(0, before.size()));
  if (word.empty() || word.find_first_of(" :.;!?") != std::string_view::npos) return false;
  LineReader reader(time);
  const bool two_digits = reader.skip_digits() == 2;
  return two_digits || time.find_first_of("mM") != std::string_view::npos;
}

/// What stands in square brackets: date and time, or words of a date and a time: "Oct 14, 2025, 3:34 PM".
bool is_stamp(std::string_view inside) {
  LineReader reader(inside);
  reader.skip_space();
  const bool dated = skip_date(&reader);
  if (skip_time(dated, &reader)) {
    reader.skip_space();
    if (reader.at_end()) return true;
  }
  const std::size_t time = find_last_time(inside);
  if (time == std::string_view::npos) return false;
  const std::string_view before = inside.substr(0, time);
  return before.find(',') != std::string_view::npos || is_day(before, inside.substr(time));
}

/// A stamp in brackets, with nothing else in them.
bool skip_bracketed(LineReader* reader) {
  const std::string_view rest = reader->rest().substr(0, longest_stamp);
  const std::size_t close = rest.find(rest.starts_with('[') ? ']' : ')');
  if (close == std::string_view::npos || !is_stamp(rest.substr(1, close - 1))) return false;
  reader->move_to(reader->at() + close + 1);
  return true;
}

bool skip_plain(LineReader* reader) {
  const std::size_t begin = reader->at();
  const bool dated = skip_date(reader);
  if (skip_time(dated, reader)) {
    const CodePoint c = reader->next();
    if (reader->at_end() || is_space(c) || is_invisible(c) || c == ':' || (dated && c == ',')) return true;
  }
  reader->move_to(begin);
  return false;
}

}  // namespace

bool skip_time_stamp(LineReader* reader) {
  const CodePoint first = reader->next();
  if (is_ascii(first) && is_letter(first)) return false;  // most lines
  const bool found = first == '[' || first == '(' ? skip_bracketed(reader) : skip_plain(reader);
  if (!found) return false;
  skip_any({":", ","}, reader);
  reader->skip_space();
  if (is_dash(reader->next())) reader->advance();
  reader->skip_space();
  return true;
}

std::size_t find_last_time(std::string_view line) {
  // Most lines end in words.
  const std::string_view tail = line.substr(line.size() - std::min(line.size(), longest_half_day));
  if (std::none_of(tail.begin(), tail.end(), [](char c) { return (c >= '0' && c <= '9') || !is_ascii(c); })) {
    return std::string_view::npos;
  }
  const Window window(line, 0, line.size());
  std::size_t begin = line.size() - std::min(line.size(), longest_stamp);
  while (begin < line.size() && (static_cast<unsigned char>(line[begin]) & 0xc0) == 0x80) ++begin;
  bool in_number = begin > 0 && is_digit(window.before(begin));
  for (std::size_t at = begin; at < line.size(); at = window.after(at)) {
    const CodePoint c = window.at(at);
    const bool digit = is_digit(c);
    if (digit && !in_number) {
      LineReader reader(line);
      reader.move_to(at);
      if (skip_time(false, &reader)) {
        skip_any({"]", ")"}, &reader);
        skip_any({":"}, &reader);
        reader.skip_space();
        if (reader.at_end()) return at;
      }
    }
    in_number = digit || c == ':' || c == '.';
  }
  return std::string_view::npos;
}

}  // namespace tersely
