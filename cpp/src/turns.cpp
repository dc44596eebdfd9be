#include <algorithm>

#include "characters.h"
#include "lines.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_label = 48;  // bytes
constexpr int max_label_words = 4;

/// The label that a line begins with.
struct Label {
  bool timed = false;        // has a time of day
  std::string_view speaker;  // may be empty if timed
  std::size_t end = 0;       // where the words begin
};

/// A cursor over the begin of a line.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line), window_(line, 0, line.size()) {}

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
    while (is_ascii_digit(next())) ++at_;
    return at_ - begin;
  }

 private:
  std::string_view line_;
  Window window_;
  std::size_t at_ = 0;
};

/// "12/03/2025", "2025-03-12", "12.3.25"; the reader stays where it is if there is none.
void skip_date(Reader* reader) {
  const std::size_t begin = reader->at();
  for (int part = 0; part < 3; ++part) {
    const std::size_t digits = reader->skip_digits();
    const bool separated = reader->skip('/') || reader->skip('-') || reader->skip('.');
    if (digits == 0 || digits > 4 || (part < 2 && !separated)) return reader->move_to(begin);
  }
  if (!reader->skip(',')) reader->skip('T');
  reader->skip_space();
}

void skip_half_day(Reader* reader) {
  for (const std::string_view half : {" AM", " PM", " am", " pm", " a.m.", " p.m.", "AM", "PM", "am", "pm"}) {
    if (reader->rest().starts_with(half)) return reader->move_to(reader->at() + half.size());
  }
}

/// "10:01", "10:01:02", "10:01:02.345", "10:01 PM"
bool skip_time(Reader* reader) {
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

bool skip_time_stamp(Reader* reader) {
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

bool begins_name(CodePoint c, bool timed) {
  return is_upper(c) || is_caseless_letter(c) || (timed && (is_alnum(c) || c == '@'));
}

bool is_name_part(CodePoint c) {
  constexpr std::string_view signs = " .-_#&()@'";
  if (is_ascii(c) && signs.find(static_cast<char>(c)) != std::string_view::npos) return true;
  return is_alnum(c) || is_mark(c) || is_apostrophe(c);
}

/// "<bob> "
std::string_view read_nick(Reader* reader) {
  const std::string_view rest = reader->rest();
  const std::size_t close = rest.substr(0, max_label).find('>');
  if (!rest.starts_with('<') || close == std::string_view::npos || close < 2 || rest.find(' ') < close) return {};
  reader->move_to(reader->at() + close + 1);
  return rest.substr(1, close - 1);
}

/// "Anna: ", "Dr. Smith (host): ": up to four words, the first with a capital. The colon counts only before white
/// space.
std::string_view read_speaker(Reader* reader, bool timed) {
  const std::size_t begin = reader->at();
  const std::string_view rest = reader->rest();
  if (const std::string_view nick = read_nick(reader); !nick.empty()) return nick;
  if (!begins_name(reader->next(), timed)) return {};
  int words = 1;
  while (!reader->at_end() && reader->at() - begin <= max_label && is_name_part(reader->next())) {
    words += reader->next() == ' ' ? 1 : 0;
    reader->advance();
  }
  const std::size_t size = reader->at() - begin;
  const bool wide = reader->next() == 0xff1a;
  if ((reader->next() == ':' || wide) && words <= max_label_words && size <= max_label) {
    reader->advance();
    if (wide || (!reader->at_end() && is_space(reader->next()))) return rest.substr(0, size);
  }
  reader->move_to(begin);
  return {};
}

Label read_label(std::string_view line) {
  Reader reader(line);
  Label label;
  label.timed = skip_time_stamp(&reader);
  label.speaker = read_speaker(&reader, label.timed);
  reader.skip_space();
  if (label.timed || !label.speaker.empty()) label.end = reader.at_end() ? 0 : reader.at();
  return label;
}

/// Do at least two labels come at least twice?
bool is_conversation(std::vector<std::string_view> speakers) {
  std::sort(speakers.begin(), speakers.end());
  int repeated = 0;
  for (std::size_t i = 0; i < speakers.size() && repeated < 2;) {
    std::size_t last = i;
    while (last < speakers.size() && speakers[last] == speakers[i]) ++last;
    repeated += last - i >= 2 ? 1 : 0;
    i = last;
  }
  return repeated >= 2;
}

}  // namespace

void mark_turns(std::string_view text, std::vector<Line>* lines) {
  std::vector<std::pair<std::size_t, std::size_t>> turns;  // line, where its words begin
  std::vector<std::string_view> speakers;
  std::size_t timed = 0;
  std::size_t considered = 0;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const Line& line = (*lines)[i];
    if (line.role == LineRole::code || line.role == LineRole::heading || line.role == LineRole::cue) continue;
    ++considered;
    const Label label = read_label(line.of(text));
    if (label.end == 0) continue;
    turns.emplace_back(i, line.first + label.end);
    timed += label.timed ? 1u : 0u;
    if (!label.speaker.empty()) speakers.push_back(label.speaker);
  }
  // Photo credits and the fields of recipes repeat their labels too, but on few lines of their pages.
  const bool half = turns.size() >= 2 && 2 * turns.size() >= considered;
  const bool several = turns.size() >= 3 && 5 * turns.size() >= considered;
  if (!half && timed < 3 && !(several && is_conversation(std::move(speakers)))) return;
  for (const auto& [index, content] : turns) {
    (*lines)[index].role = LineRole::turn;
    (*lines)[index].content = static_cast<std::uint32_t>(content);
  }
}

}  // namespace tersely
