#include <algorithm>
#include <array>

#include "segmentation/lines/chat_notices.h"
#include "segmentation/lines/lines.h"
#include "segmentation/lines/time_stamp.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_label = 48;     // bytes
constexpr std::size_t longest_colon = 3;  // bytes of the full-width one
constexpr int max_label_words = 4;

/// The label that a line begins with.
struct Label {
  bool timed = false;        // has a time of day
  bool plain = true;         // "Anna:" or a time; not in brackets or emphasis, which pages have for other things
  bool notice = false;       // what follows is said by the program: exports put a mark of direction before it
  std::string_view speaker;  // may be empty if timed
  std::size_t end = 0;       // where the words begin
};

bool begins_name(CodePoint c, bool timed) {
  return is_upper(c) || is_caseless_letter(c) || (timed && (is_alnum(c) || c == '@'));
}

constexpr std::array<bool, 128> make_name_parts() {
  std::array<bool, 128> parts{};
  for (const char c : std::string_view(" .-_#&()@'")) parts[static_cast<std::size_t>(c)] = true;
  for (std::size_t c = 0; c < parts.size(); ++c) {
    parts[c] = parts[c] || ascii::is(static_cast<CodePoint>(c), ascii::upper | ascii::lower | ascii::digit);
  }
  return parts;
}
constexpr std::array<bool, 128> ascii_name_parts = make_name_parts();

bool is_name_part(CodePoint c) {
  if (is_ascii(c)) return ascii_name_parts[static_cast<std::size_t>(c)];
  return is_alnum(c) || is_mark(c) || is_apostrophe(c);
}

/// "<bob> "
std::string_view read_nick(LineReader* reader) {
  const std::string_view rest = reader->rest();
  if (!rest.starts_with('<')) return {};
  const std::size_t close = rest.substr(0, max_label).find('>');
  if (close == std::string_view::npos || close < 2 || rest.find(' ') < close) return {};
  reader->move_to(reader->at() + close + 1);
  return rest.substr(1, close - 1);
}

/// Is there a colon where a label could end?
bool has_colon(std::string_view label) {
  return label.find(':') != std::string_view::npos || label.find("\uff1a") != std::string_view::npos;
}

bool is_stamp_at(LineReader reader) { return skip_time_stamp(&reader); }

/// Moves over a name of up to four words, the first with a capital, and returns it: "Anna", "Dr. Smith (host)". It may
/// end in white space.
std::string_view read_name(LineReader* reader, bool timed) {
  const std::size_t begin = reader->at();
  const std::string_view rest = reader->rest();
  if (!begins_name(reader->next(), timed)) return {};
  int words = 1;
  while (reader->at() - begin <= max_label) {
    const CodePoint c = reader->next();
    if (!is_name_part(c) || (c == '(' && is_stamp_at(*reader))) break;
    words += c == ' ' ? 1 : 0;
    reader->advance();
  }
  const std::size_t size = reader->at() - begin;
  if (size > max_label || words > max_label_words) {
    reader->move_to(begin);
    return {};
  }
  return rest.substr(0, size);
}

/// A colon counts only before white space, if it is not the full-width one.
bool skip_colon(LineReader* reader) {
  if (reader->skip("\uff1a")) return true;
  const std::string_view rest = reader->rest();
  std::size_t after = 1;
  if (rest.size() < 2 || rest[0] != ':' || !is_space(next_code_point(rest, &after))) return false;
  reader->advance();
  return true;
}

/// "Anna: ", and with a time of its own "Anna (00:03): ", "Anna [00:03] "; in a line of fields "10:01<tab>Anna<tab>".
std::string_view read_plain_speaker(LineReader* reader, Label* label) {
  const std::size_t begin = reader->at();
  const std::string_view ahead = reader->rest().substr(0, max_label + longest_colon);
  if (!has_colon(ahead) && !(label->timed && ahead.find('\t') != std::string_view::npos)) return {};
  const std::string_view name = read_name(reader, label->timed);
  if (name.empty()) return {};
  if (skip_colon(reader) || (label->timed && reader->skip("\t"))) return name;
  const CodePoint next = reader->next();
  if (!label->timed && (next == '[' || next == '(') && skip_time_stamp(reader)) {
    label->timed = true;
    return name;
  }
  reader->move_to(begin);
  return {};
}

struct Wrapper {
  std::string_view opener;
  std::string_view closer;
  bool needs_colon = true;
  bool plain = false;
};
constexpr Wrapper wrappers[] = {{"**", "**"}, {"__", "__"},          {"*", "*"},
                                {"(", ")"},   {"[", "]", false},     {"\u3010", "\u3011", false},
                                {"<", ">"},   {"#", "#", true, true}};

/// "[INFO]" of a log is nobody; "[SPEAKER_00]" is.
bool is_level(std::string_view name) {
  return std::none_of(name.begin(), name.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || !is_ascii(c) || (c >= '0' && c <= '9'); });
}

/// "[Anna] ", "[SPEAKER_00]: ", "**Anna:** ", "#Person1#: ", "[Anna] [10:01] ".
std::string_view read_wrapped_speaker(LineReader* reader, Label* label) {
  const std::size_t begin = reader->at();
  if (is_alnum(reader->next())) return {};  // most lines
  for (const Wrapper& wrapper : wrappers) {
    if (!reader->skip(wrapper.opener)) continue;
    const std::string_view name = read_name(reader, false);
    const bool colon_inside = reader->skip(":");
    const bool closed = !name.empty() && (reader->skip(wrapper.closer) || name.ends_with(wrapper.closer));
    const bool colon = closed && (colon_inside || skip_colon(reader));
    const bool spaced = reader->at_end() || is_space(reader->next());
    if (closed && spaced && (colon || (!wrapper.needs_colon && !is_level(name)))) {
      label->plain = wrapper.plain || label->timed;
      reader->skip_space();
      if (!label->timed && reader->next() == '[' && skip_time_stamp(reader)) label->timed = label->plain = true;
      return name;
    }
    reader->move_to(begin);
  }
  return {};
}

std::string_view read_speaker(LineReader* reader, Label* label) {
  if (const std::string_view nick = read_nick(reader); !nick.empty()) return nick;
  if (const std::string_view name = read_plain_speaker(reader, label); !name.empty()) return name;
  return read_wrapped_speaker(reader, label);
}

Label read_label(std::string_view line) {
  LineReader reader(line);
  Label label;
  const bool in_letters = is_ascii(reader.next()) && is_letter(reader.next());
  if (in_letters && !has_colon(line.substr(0, max_label + longest_colon))) return label;  // most lines
  label.timed = skip_time_stamp(&reader);
  label.speaker = read_speaker(&reader, &label);
  const std::size_t begin = reader.at();
  reader.skip_space();
  if (label.timed || !label.speaker.empty()) label.end = reader.at_end() ? 0 : reader.at();
  const std::string_view space = line.substr(begin, reader.at() - begin);
  const bool marked = space.find("\u200e") != std::string_view::npos || space.find("\u200f") != std::string_view::npos;
  label.notice = label.timed && !label.speaker.empty() && marked;
  return label;
}

struct Turn {
  std::size_t line = 0;
  std::size_t content = 0;  // where its words begin
  std::string_view speaker;
  bool plain = true;    // see Label
  bool notice = false;  // of the program: marked as such, or without a speaker where most turns have one
};

/// The number that a label ends with, or 0.
std::uint32_t number_of(std::string_view label) {
  constexpr std::string_view digits = "0123456789";
  while (label.ends_with(' ')) label.remove_suffix(1);
  const std::size_t last = label.find_last_not_of(digits);
  const std::string_view number = last == std::string_view::npos ? "" : label.substr(last + 1);
  std::uint32_t value = 0;
  for (const char c : number.substr(0, 3)) value = 10 * value + static_cast<std::uint32_t>(c - '0');
  return value;
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

/// The labels of a text, and whether they are those of a conversation.
class Labels {
 public:
  void read(std::string_view text, const Line& line, std::size_t index) {
    ++considered_;
    const Label label = read_label(line.of(text));
    if (label.end == 0) return;
    turns_.push_back({index, line.first + label.end, label.speaker, label.plain, label.notice});
    timed_ += label.timed ? 1u : 0u;
    notices_ += label.notice ? 1u : 0u;
  }

  /// Photo credits and the fields of recipes repeat their labels too, but on few lines of their pages.
  std::vector<Turn> turns() && {
    drop_wrapped();
    drop_numbered();
    const bool half = turns_.size() >= 2 && 2 * turns_.size() >= considered_;
    const bool several = turns_.size() >= 3 && 5 * turns_.size() >= considered_;
    if (!half && timed_ < 3 && !(several && is_conversation(speakers()))) return {};
    const bool named = timed_ >= 3 && 10 * speakers().size() >= 6 * turns_.size();
    for (Turn& turn : turns_) {
      turn.notice = (turn.notice && notices_ < turns_.size()) || (named && turn.speaker.empty());
    }
    return std::move(turns_);
  }

 private:
  /// Labels in brackets or emphasis count only where most lines have a label and they are those of a conversation.
  void drop_wrapped() {
    const auto is_wrapped = [](const Turn& turn) { return !turn.plain; };
    if (std::none_of(turns_.begin(), turns_.end(), is_wrapped)) return;
    if (turns_.size() >= 3 && 2 * turns_.size() >= considered_ && is_conversation(speakers())) return;
    std::erase_if(turns_, is_wrapped);
  }

  /// "Step 1: ", "Step 2: ", each once and in order, are parts of a text, not speakers.
  void drop_numbered() {
    constexpr std::uint32_t least = 3;
    std::uint32_t number = 0;
    for (const Turn& turn : turns_) {
      const std::uint32_t next = number_of(turn.speaker);
      if (next == 0) continue;
      if (next != number + 1) return;
      number = next;
    }
    if (number >= least) std::erase_if(turns_, [](const Turn& turn) { return number_of(turn.speaker) > 0; });
  }

  std::vector<std::string_view> speakers() const {
    std::vector<std::string_view> names;
    for (const Turn& turn : turns_) {
      if (!turn.speaker.empty()) names.push_back(turn.speaker);
    }
    return names;
  }

  std::vector<Turn> turns_;
  std::size_t considered_ = 0;  // lines
  std::size_t timed_ = 0;
  std::size_t notices_ = 0;
};

/// Speakers that cues begin with: "Anna: " after the times. A cue of one who goes on repeats the name.
void name_cues(std::string_view text, std::vector<Line>* lines) {
  Labels labels;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const bool first = i == 0 || (*lines)[i - 1].role != LineRole::cue;
    if (first && (*lines)[i].role == LineRole::cue) labels.read(text, (*lines)[i], i);
  }
  std::string_view before;
  for (const Turn& turn : std::move(labels).turns()) {
    Line& line = (*lines)[turn.line];
    line.content = static_cast<std::uint32_t>(turn.content);
    line.named = true;
    line.same_speaker = turn.speaker == before;
    before = turn.speaker;
  }
}

}  // namespace

void mark_turns(std::string_view text, std::vector<Line>* lines) {
  const auto is_cue = [](const Line& line) { return line.role == LineRole::cue; };
  if (std::any_of(lines->begin(), lines->end(), is_cue)) name_cues(text, lines);
  Labels labels;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const Line& line = (*lines)[i];
    if (line.role == LineRole::turn) return;  // below the headers of a chat
    if (line.role == LineRole::code || line.role == LineRole::heading || line.role == LineRole::cue) continue;
    labels.read(text, line, i);
  }
  ChatNotices notices;
  for (const Turn& turn : std::move(labels).turns()) {
    Line& line = (*lines)[turn.line];
    line.content = static_cast<std::uint32_t>(turn.content);
    const bool said = !turn.notice && !notices.is_notice(text.substr(turn.content, line.last - turn.content));
    line.role = said ? LineRole::turn : LineRole::heading;
  }
}

}  // namespace tersely
