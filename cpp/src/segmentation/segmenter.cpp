#include "tersely/segmenter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "segmentation/boundaries/decision.h"
#include "segmentation/boundaries/long_units.h"
#include "segmentation/boundaries/paragraph_cutter.h"
#include "segmentation/lines/double_columns.h"
#include "segmentation/lines/glued_captions.h"
#include "segmentation/lines/glued_words.h"
#include "segmentation/lines/line_numbers.h"
#include "segmentation/lines/lines.h"
#include "segmentation/lines/open_sentences.h"
#include "segmentation/lines/protected_spans.h"
#include "segmentation/lines/reference_marks.h"
#include "segmentation/lines/wrapping.h"
#include "text/characters.h"
#include "text/divided_words.h"

namespace tersely {
namespace {

// A size that spares the units of an article their growth.
constexpr std::size_t bytes_per_unit = 64;
constexpr std::size_t most_expected = 4096;

bool has_letter_or_digit(std::string_view unit) {
  for (std::size_t i = 0; i < unit.size();) {
    if (is_alnum(decode(unit, &i))) return true;
  }
  return false;
}

/// `line`: the one that the paragraph begins with.
UnitKind kind_of(std::string_view text, const Unit& unit, const Line& line, bool first) {
  const LineRole role = line.role;
  const std::string_view words = text.substr(unit.content, unit.span.end - unit.content);
  if (role == LineRole::code) return UnitKind::code;
  if (role == LineRole::heading || !has_letter_or_digit(words)) return UnitKind::heading;
  if (role == LineRole::turn && (first || !unit.terminated)) return UnitKind::turn;
  if (role == LineRole::cue && line.named && first) return UnitKind::turn;
  if (unit.content > unit.span.begin || (role == LineRole::item && !unit.terminated)) return UnitKind::item;
  if (unit.terminated) return UnitKind::sentence;
  return role == LineRole::cue ? UnitKind::fragment : UnitKind::heading;
}

/// Lines that are known to be headings need no guess.
void mark_headings(const std::vector<Span>& headings, std::vector<Line>* lines) {
  auto heading = headings.begin();
  for (Line& line : *lines) {
    while (heading != headings.end() && heading->end <= line.first) ++heading;
    if (heading == headings.end()) return;
    if (heading->begin <= line.first) {
      line.role = LineRole::heading;
      line.content = line.first;
    }
  }
}

void mark_roles(std::string_view text, const SegmenterOptions& options, const Cancel& cancel,
                std::vector<Line>* lines) {
  mark_items(text, lines);
  if (options.newline == Newline::automatic || options.newline == Newline::hard) {
    mark_subtitles(text, lines);
    mark_mail(text, lines);
    cancel.check();
    mark_markup(text, options.markup, lines);
    mark_chat_headers(text, lines);
    cancel.check();
    mark_turns(text, lines);
  }
  mark_headings(options.headings, lines);
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
  void add(const Line& line, std::size_t from) {
    const LineRole role = line.role;
    if (role == LineRole::code || role == LineRole::heading || from == units_->size()) return;
    if (role == LineRole::cue && open_ < from && !begins_speech(line, (*units_)[from])) {
      (*units_)[open_].partial = (*units_)[from].partial = true;
    }
    const Unit& last = units_->back();
    open_ = role == LineRole::cue && !last.terminated && last.kind != UnitKind::heading ? units_->size() - 1 : none;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Somebody else goes on: "- No!"
  bool begins_speech(const Line& line, const Unit& unit) const {
    std::size_t at = unit.span.begin;
    return (line.named && !line.same_speaker) || characters::is_dash(decode(text_, &at));
  }

  std::string_view text_;
  std::vector<Unit>* units_;
  std::size_t open_ = none;  // the unit whose sentence may go on
};

bool has_pages(const std::vector<Line>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.after_page; });
}

/// Is one letter of a hundred a capital?
bool has_capitals(std::string_view text) {
  constexpr std::size_t sample = 1 << 16;
  std::size_t capitals = 0;
  std::size_t letters = 0;
  const std::string_view begin = text.substr(0, sample);
  for (std::size_t at = 0; at < begin.size();) {
    const CodePoint c = decode(begin, &at);
    capitals += is_upper(c) ? 1u : 0u;
    letters += is_letter(c) ? 1u : 0u;
  }
  return 100 * capitals >= letters;
}

/// Marks what printed texts hold beside whole sentences, paragraph by paragraph.
class PrintedText {
 public:
  PrintedText(std::string_view text, const std::vector<Line>& lines, const Wrapping& wrapping,
              const DocumentContext& document, std::vector<Unit>* units)
      : text_(text),
        lines_(lines),
        units_(units),
        has_capitals_((wrapping.is_wrapped() || has_pages(lines)) && has_capitals(text)),
        sentences_(text, lines, wrapping, has_capitals_, units),
        columns_(text, lines, wrapping, document),
        wrapped_(wrapping.is_wrapped()),
        glued_(wrapping.is_wrapped() && is_glued_text(text)),
        captions_(may_have_captions(text)),
        soft_hyphens_(has_soft_hyphens(text)) {}

  /// The units from `from` are those of the paragraph.
  void add(const LineRange& range, std::size_t from) {
    if (captions_) cut_before_captions(text_, from, units_);
    sentences_.add(range, from);
    const Line& line = lines_[range.first];
    const bool aside = line.role == LineRole::caption || line.aside;
    const bool divided = soft_hyphens_ || (wrapped_ && range.last > range.first + 1);
    for (std::size_t i = from; i < units_->size(); ++i) {
      Unit& unit = (*units_)[i];
      unit.divided = divided;
      unit.aside = unit.aside || aside;
      if (!wrapped_) continue;
      const std::string_view shown = unit.span.of(text_);
      unit.aside = unit.aside || (is_sentence(unit) && is_debris(shown)) || (glued_ && has_glued_words(shown)) ||
                   columns_.divides(unit) || (columns_.any() && is_disordered(shown));
      unit.partial =
          unit.partial || (has_capitals_ && i > from && unit.kind == UnitKind::sentence && begins_lower(unit));
    }
  }

 private:
  static bool is_sentence(const Unit& unit) {
    return unit.kind == UnitKind::sentence || unit.kind == UnitKind::fragment || unit.terminated;
  }

  bool begins_lower(const Unit& unit) const {
    std::size_t at = unit.content;
    return unit.content < unit.span.end && is_lower(decode(text_, &at));
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<Unit>* units_;
  const bool has_capitals_;
  OpenSentences sentences_;
  DoubleColumns columns_;
  const bool wrapped_;
  const bool glued_;     // words without spaces are frequent
  const bool captions_;  // the text may have some
  const bool soft_hyphens_;
};

std::vector<Unit> segment_lines(std::string_view text, std::vector<Line> lines, const Language& language,
                                const SegmenterOptions& options, const Cancel& cancel) {
  mark_roles(text, options, cancel, &lines);
  const std::vector<Span> spans = find_protected_spans(text, cancel);
  const bool automatic = options.newline == Newline::automatic;
  const Wrapping wrapping = automatic ? Wrapping(text, lines, cancel) : Wrapping();
  if (automatic) mark_pages(text, language, wrapping, &lines);
  if (automatic || options.newline == Newline::hard) mark_commands(text, spans, &lines);
  const DocumentContext document(text, language, options.abbreviations);
  std::vector<Unit> units;
  units.reserve(std::min<std::size_t>(text.size() / bytes_per_unit + 8, most_expected));
  ParagraphCutter cutter(text, document, options, spans, cancel, &units);
  CueSentences cues(text, &units);
  PrintedText printed(text, lines, wrapping, document, &units);
  std::uint32_t paragraph = 0;
  for (const LineRange& range : join_lines(text, lines, options.newline, wrapping, language, cancel)) {
    const Line& line = lines[range.first];
    const std::size_t from = units.size();
    if (line.role == LineRole::code || line.role == LineRole::heading) {
      add_whole_line(line, &units);
    } else {
      cutter.cut(Window(text, line.first, lines[range.last - 1].last), line.content);
    }
    for (std::size_t i = from; i < units.size(); ++i) {
      units[i].paragraph = paragraph;
      units[i].kind = kind_of(text, units[i], line, i == from);
      units[i].spoken = line.role == LineRole::turn || line.role == LineRole::cue;
    }
    split_long_units(text, document, from, &units, cancel);
    cues.add(line, from);
    printed.add(range, from);
    ++paragraph;
  }
  if (units.empty()) add_invisible_text(text, &units);
  return units;
}

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
  std::vector<Line> lines = split_lines(text, cancel);
  if (options.newline == Newline::automatic) {
    if (const std::optional<std::string> unnumbered = without_line_numbers(text, lines)) {
      return segment_lines(*unnumbered, split_lines(*unnumbered, cancel), language, options, cancel);
    }
  }
  return segment_lines(text, std::move(lines), language, options, cancel);
}

}  // namespace tersely
