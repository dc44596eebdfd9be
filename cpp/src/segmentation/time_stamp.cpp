#include "segmentation/time_stamp.h"

namespace tersely {
namespace {

using namespace characters;

/// "12/03/2025", "2025-03-12", "12.3.25"; the reader stays where it is if there is none.
void skip_date(LineReader* reader) {
  const std::size_t begin = reader->at();
  for (int part = 0; part < 3; ++part) {
    const std::size_t digits = reader->skip_digits();
    const bool separated = reader->skip('/') || reader->skip('-') || reader->skip('.');
    if (digits == 0 || digits > 4 || (part < 2 && !separated)) return reader->move_to(begin);
  }
  if (!reader->skip(',')) reader->skip('T');
  reader->skip_space();
}

void skip_half_day(LineReader* reader) {
  for (const std::string_view half : {" AM", " PM", " am", " pm", " a.m.", " p.m.", "AM", "PM", "am", "pm"}) {
    if (reader->rest().starts_with(half)) return reader->move_to(reader->at() + half.size());
  }
}

/// "10:01", "10:01:02", "10:01:02.345", "10:01 PM"
bool skip_time(LineReader* reader) {
  const std::size_t begin = reader->at();
  const std::size_t hours = reader->skip_digits();
  if (hours == 0 || hours > 2 || !reader->skip(':') || reader->skip_digits() != 2) {
    reader->move_to(begin);
    return false;
  }
  if (reader->skip(':')) {
    reader->skip_digits();
    if (reader->skip('.') || reader->skip(',')) reader->skip_digits();
  }
  reader->skip('Z');
  skip_half_day(reader);
  return true;
}

}  // namespace

bool skip_time_stamp(LineReader* reader) {
  const std::size_t begin = reader->at();
  const bool square = reader->skip('[');
  const bool round = !square && reader->skip('(');
  skip_date(reader);
  if (!skip_time(reader) || (square && !reader->skip(']')) || (round && !reader->skip(')'))) {
    reader->move_to(begin);
    return false;
  }
  if (!square && !round && !reader->at_end() && !is_space(reader->next()) && reader->next() != ':') {
    reader->move_to(begin);
    return false;
  }
  reader->skip(':');
  reader->skip_space();
  if (is_dash(reader->next())) reader->advance();
  reader->skip_space();
  return true;
}

}  // namespace tersely
