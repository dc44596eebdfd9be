#include <algorithm>

#include "characters.h"
#include "segmentation/lines.h"
#include "segmentation/time_stamp.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_label = 48;     // bytes
constexpr std::size_t longest_colon = 3;  // bytes of the full-width one
constexpr int max_label_words = 4;

/// The label that a line begins with.
struct Label {
  bool timed = false;        // has a time of day
  std::string_view speaker;  // may be empty if timed
  std::size_t end = 0;       // where the words begin
};

bool begins_name(CodePoint c, bool timed) {
  return is_upper(c) || is_caseless_letter(c) || (timed && (is_alnum(c) || c == '@'));
}

bool is_name_part(CodePoint c) {
  constexpr std::string_view signs = " .-_#&()@'";
  if (is_ascii(c) && signs.find(static_cast<char>(c)) != std::string_view::npos) return true;
  return is_alnum(c) || is_mark(c) || is_apostrophe(c);
}

/// "<bob> "
std::string_view read_nick(LineReader* reader) {
  const std::string_view rest = reader->rest();
  const std::size_t close = rest.substr(0, max_label).find('>');
  if (!rest.starts_with('<') || close == std::string_view::npos || close < 2 || rest.find(' ') < close) return {};
  reader->move_to(reader->at() + close + 1);
  return rest.substr(1, close - 1);
}

/// Most lines have no colon where a label could end, and need no reading.
bool has_colon(std::string_view label) {
  return label.find(':') != std::string_view::npos || label.find("\uff1a") != std::string_view::npos;
}

/// "Anna: ", "Dr. Smith (host): ": up to four words, the first with a capital. The colon counts only before white
/// space.
std::string_view read_speaker(LineReader* reader, bool timed) {
  const std::size_t begin = reader->at();
  const std::string_view rest = reader->rest();
  if (const std::string_view nick = read_nick(reader); !nick.empty()) return nick;
  if (!has_colon(rest.substr(0, max_label + longest_colon)) || !begins_name(reader->next(), timed)) return {};
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
  LineReader reader(line);
  Label label;
  label.timed = skip_time_stamp(&reader);
  label.speaker = read_speaker(&reader, label.timed);
  reader.skip_space();
  if (label.timed || !label.speaker.empty()) label.end = reader.at_end() ? 0 : reader.at();
  return label;
}

struct Turn {
  std::size_t line = 0;
  std::size_t content = 0;  // where its words begin
  bool spoken = false;      // has a speaker; where most turns have one, the others are notices of the program
};

/// What an exported chat shows in place of a picture: "<Media omitted>".
bool is_placeholder(std::string_view words) { return words.starts_with('<') && words.ends_with('>'); }

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
  std::vector<Turn> turns;
  std::vector<std::string_view> speakers;
  std::size_t timed = 0;
  std::size_t considered = 0;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const Line& line = (*lines)[i];
    if (line.role == LineRole::code || line.role == LineRole::heading || line.role == LineRole::cue) continue;
    ++considered;
    const Label label = read_label(line.of(text));
    if (label.end == 0) continue;
    turns.push_back({i, line.first + label.end, !label.speaker.empty()});
    timed += label.timed ? 1u : 0u;
    if (!label.speaker.empty()) speakers.push_back(label.speaker);
  }
  // Photo credits and the fields of recipes repeat their labels too, but on few lines of their pages.
  const bool half = turns.size() >= 2 && 2 * turns.size() >= considered;
  const bool several = turns.size() >= 3 && 5 * turns.size() >= considered;
  const bool named = timed >= 3 && 10 * speakers.size() >= 7 * turns.size();
  if (!half && timed < 3 && !(several && is_conversation(std::move(speakers)))) return;
  for (const Turn& turn : turns) {
    Line& line = (*lines)[turn.line];
    line.content = static_cast<std::uint32_t>(turn.content);
    const bool said = !is_placeholder(text.substr(turn.content, line.last - turn.content)) && (turn.spoken || !named);
    line.role = said ? LineRole::turn : LineRole::heading;
  }
}

}  // namespace tersely
