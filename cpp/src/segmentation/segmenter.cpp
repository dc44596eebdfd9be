#include "tersely/segmenter.h"

#include "characters.h"
#include "segmentation/decision.h"
#include "segmentation/lines.h"
#include "segmentation/long_units.h"
#include "segmentation/paragraph_cutter.h"
#include "segmentation/wrapping.h"

namespace tersely {
namespace {

bool has_letter_or_digit(std::string_view unit) {
  for (std::size_t i = 0; i < unit.size();) {
    if (is_alnum(decode(unit, &i))) return true;
  }
  return false;
}

/// `role`: of the line that the paragraph begins with.
UnitKind kind_of(std::string_view text, const Unit& unit, LineRole role, bool first) {
  const std::string_view words = text.substr(unit.content, unit.span.end - unit.content);
  if (role == LineRole::code) return UnitKind::code;
  if (role == LineRole::heading || !has_letter_or_digit(words)) return UnitKind::heading;
  if (role == LineRole::turn && (first || !unit.terminated)) return UnitKind::turn;
  if (role == LineRole::cue && unit.content > unit.span.begin) return UnitKind::turn;
  if (unit.content > unit.span.begin || (role == LineRole::item && !unit.terminated)) return UnitKind::item;
  if (unit.terminated) return UnitKind::sentence;
  return role == LineRole::cue ? UnitKind::fragment : UnitKind::heading;
}

std::vector<Line> read_lines(std::string_view text, const SegmenterOptions& options, const Cancel& cancel) {
  std::vector<Line> lines = split_lines(text, cancel);
  mark_items(text, &lines);
  if (options.newline == Newline::automatic || options.newline == Newline::hard) {
    mark_subtitles(text, &lines);
    mark_mail(text, &lines);
    mark_markup(text, options.markup, &lines);
    mark_chat_headers(text, &lines);
    mark_turns(text, &lines);
  }
  return lines;
}

/// A text of nothing but invisible controls is not blank for its callers: it has one unit.
void add_invisible_text(std::string_view text, std::vector<Unit>* units) {
  const Span all = trim(text, {0, static_cast<std::uint32_t>(text.size())});
  if (all.size() == 0) return;
  Unit& unit = units->emplace_back();
  unit.span = all;
  unit.content = all.begin;
  unit.kind = UnitKind::heading;
}

/// A line of code or a heading is one unit whatever its punctuation.
void add_whole_line(const Line& line, std::vector<Unit>* units) {
  Unit& unit = units->emplace_back();
  unit.span = {line.first, line.last};
  unit.content = line.content;
}

/// Marks the parts of sentences that run over cues: one span cannot hold them without the times between them.
class CueSentences {
 public:
  CueSentences(std::string_view text, std::vector<Unit>* units) : text_(text), units_(units) {}

  /// The units from `from` are those of the next paragraph.
  void add(LineRole role, std::size_t from) {
    if (role == LineRole::code || role == LineRole::heading || from == units_->size()) return;
    if (role == LineRole::cue && open_ < from && !begins_speech((*units_)[from])) {
      (*units_)[open_].partial = (*units_)[from].partial = true;
    }
    const Unit& last = units_->back();
    open_ = role == LineRole::cue && !last.terminated && last.kind != UnitKind::heading ? units_->size() - 1 : none;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Somebody else goes on: "- No!"
  bool begins_speech(const Unit& unit) const {
    std::size_t at = unit.span.begin;
    return unit.kind == UnitKind::turn || characters::is_dash(decode(text_, &at));
  }

  std::string_view text_;
  std::vector<Unit>* units_;
  std::size_t open_ = none;  // the unit whose sentence may go on
};

}  // namespace

std::string_view to_string(UnitKind kind) {
  switch (kind) {
    case UnitKind::sentence:
      return "sentence";
    case UnitKind::heading:
      return "heading";
    case UnitKind::item:
      return "item";
    case UnitKind::turn:
      return "turn";
    case UnitKind::fragment:
      return "fragment";
    case UnitKind::code:
      return "code";
  }
  return "";
}

std::vector<Unit> segment(std::string_view text, const Language& language, const SegmenterOptions& options,
                          const Cancel& cancel) {
  const std::vector<Line> lines = read_lines(text, options, cancel);
  const DocumentContext document(text, language, options.abbreviations);
  std::vector<Unit> units;
  ParagraphCutter cutter(text, document, options, cancel, &units);
  CueSentences cues(text, &units);
  std::uint32_t paragraph = 0;
  const Wrapping wrapping =
      options.newline == Newline::automatic ? Wrapping(text, lines, cancel) : Wrapping();
  for (const LineRange& range : join_lines(text, lines, options.newline, wrapping, cancel)) {
    const Line& line = lines[range.first];
    const std::size_t from = units.size();
    if (line.role == LineRole::code || line.role == LineRole::heading) {
      add_whole_line(line, &units);
    } else {
      cutter.cut(Window(text, line.first, lines[range.last - 1].last), line.content);
    }
    for (std::size_t i = from; i < units.size(); ++i) {
      units[i].paragraph = paragraph;
      units[i].kind = kind_of(text, units[i], line.role, i == from);
    }
    split_long_units(text, document, from, &units);
    cues.add(line.role, from);
    ++paragraph;
  }
  if (units.empty()) add_invisible_text(text, &units);
  return units;
}

}  // namespace tersely
