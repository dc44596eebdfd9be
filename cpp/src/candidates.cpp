#include "tersely/candidates.h"

#include <algorithm>
#include <array>
#include <forward_list>
#include <optional>

#include "byte_scan.h"
#include "icu.h"
#include "seen_texts.h"
#include "segmentation/window.h"

namespace tersely {
namespace {

constexpr double few_sentences = 0.1;    // share of the words below which headings count as sentences
constexpr double few_whole = 0.2;        // the same of one or two whole sentences, beside halves
constexpr std::uint32_t long_unit = 15;  // words above which a unit is prose whatever its punctuation
constexpr std::size_t neighbours = 3;
constexpr double least_density = 0.6;
constexpr std::size_t enough = 3;
constexpr std::size_t many_sentences = 10;
constexpr std::size_t caption_sentences = 2;
constexpr std::size_t teaser_sentences = 3;

bool is_sentence_like(const Unit& unit) {
  switch (unit.kind) {
    case UnitKind::sentence:
    case UnitKind::turn:
    case UnitKind::fragment:
      return true;
    case UnitKind::item:
      return unit.terminated;
    case UnitKind::heading:
    case UnitKind::code:
      return false;
  }
  return false;
}

bool is_heading_like(const Unit& unit) { return unit.kind != UnitKind::code && !is_sentence_like(unit); }

/// Does the unit announce more, like a lead-in or a clause of a list: "; : ,", a dash, "and", "or"?
bool continues(std::string_view unit) {
  std::size_t end = unit.size();
  while (end > 0) {
    std::size_t begin = end;
    const CodePoint c = previous_code_point(unit, &begin);
    if (c == ';' || c == ':' || c == ',' || c == '-' || c == 0x2013 || c == 0x2014) return true;
    if (is_alnum(c) || c == '_') break;
    end = begin;
  }
  const std::string_view said = unit.substr(0, end);
  const auto ends_with_word = [&](std::string_view word) {
    if (said.size() < word.size() || said.substr(said.size() - word.size()) != word) return false;
    std::size_t before = said.size() - word.size();
    return before == 0 || !is_alnum(previous_code_point(said, &before));
  };
  return ends_with_word("and") || ends_with_word("or");
}

std::vector<bool> find_prose(std::string_view text, std::span<const Unit> units,
                             std::span<const std::uint32_t> n_words) {
  std::vector<bool> prose(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == UnitKind::code) continue;
    prose[i] = is_sentence_like(units[i]) || n_words[i] > long_unit || continues(units[i].span.of(text));
  }
  return prose;
}

/// The units that readers read: all but code.
std::vector<std::size_t> without_code(std::span<const Unit> units) {
  std::vector<std::size_t> visible;
  visible.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind != UnitKind::code) visible.push_back(i);
  }
  return visible;
}

/// A title that says so, like "## Method": it does not cut the paragraph below off from the text.
bool is_marked_heading(std::string_view text, const Unit& unit) {
  return unit.kind == UnitKind::heading && unit.content > unit.span.begin && unit.span.of(text).starts_with('#');
}

/// Are most words of a piece numbers or capitalised, as in a menu or an archive on one line? Speech is not.
bool is_list_of_names(std::string_view unit) {
  std::uint32_t words = 0;
  std::uint32_t names = 0;
  bool inside = false;
  for (std::size_t at = 0; at < unit.size();) {
    const CodePoint c = next_code_point(unit, &at);
    const bool in_word = is_alnum(c);
    if (in_word && !inside) {
      ++words;
      names += is_digit(c) || is_upper(c);
    }
    inside = in_word;
  }
  return 2 * names > words;
}

/// Does it end in an ellipsis, as speech in quotes does not?
bool ends_in_ellipsis(std::string_view unit) {
  while (!unit.empty() && (unit.back() == ']' || unit.back() == ')')) unit.remove_suffix(1);
  return unit.ends_with("...") || unit.ends_with("\u2026");
}

struct WordCount {
  std::uint64_t all = 0;
  std::uint64_t in_prose = 0;

  WordCount operator+(const WordCount& other) const { return {all + other.all, in_prose + other.in_prose}; }
  WordCount operator-(const WordCount& other) const { return {all - other.all, in_prose - other.in_prose}; }
};

/// What surrounds the units of a text, code aside. Places are indices of `visible`.
class Surroundings {
 public:
  Surroundings(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words)
      : text_(text),
        units_(units),
        n_words_(n_words),
        prose_(find_prose(text, units, n_words)),
        visible_(without_code(units)) {
    words_before_.reserve(visible_.size() + 1);
    words_before_.emplace_back();
    for (const std::size_t i : visible_) words_before_.push_back(words_before_.back() + count_of(i));
  }

  std::span<const std::size_t> visible() const { return visible_; }

  /// Are enough of the words around prose? A text of one unit is dense.
  bool is_dense(std::size_t place) const {
    const std::size_t begin = place < neighbours ? 0 : place - neighbours;
    const std::size_t end = std::min(visible_.size(), place + neighbours + 1);
    const WordCount around = words_before_[end] - words_before_[begin] - count_of(visible_[place]);
    return static_cast<double>(around.in_prose) >= least_density * static_cast<double>(around.all);
  }

  /// Is the unit's paragraph one or two sentences between two lines that are no prose, as captions and standfirsts are?
  bool is_isolated(std::size_t place) const {
    std::size_t begin = place;
    std::size_t end = place + 1;
    while (begin > 0 && place - begin < caption_sentences && same_paragraph(begin - 1, place)) --begin;
    while (end < visible_.size() && end - place <= caption_sentences && same_paragraph(end, place)) ++end;
    return end - begin <= caption_sentences && begin > 0 && end < visible_.size() && cuts_off(begin - 1) &&
           cuts_off(end);
  }

  /// Is it cut short by an ellipsis and a line that is no prose, as teasers and embedded posts are? A short paragraph
  /// is cut short as a whole.
  bool is_cut_short(std::size_t place) const {
    const std::size_t end = line_of_few(place, teaser_sentences).value_or(place + 1);
    return end < visible_.size() && ends_in_ellipsis(units_[visible_[end - 1]].span.of(text_)) && cuts_off(end);
  }

  /// Does its line hold one or two sentences and then a name, as captions and their credits do?
  bool is_credited(std::size_t place) const {
    const std::optional<std::size_t> end = line_of_few(place, caption_sentences);
    return end && *end < visible_.size() && same_line(*end - 1) && cuts_off(*end) &&
           is_list_of_names(units_[visible_[*end]].span.of(text_));
  }

 private:
  WordCount count_of(std::size_t unit) const { return {n_words_[unit], prose_[unit] ? n_words_[unit] : 0}; }
  /// Do the unit and the next stand on one line?
  bool same_line(std::size_t place) const {
    const std::size_t end = units_[visible_[place]].span.end;
    const std::size_t next = units_[visible_[place + 1]].span.begin;
    return same_paragraph(place, place + 1) && text_.substr(end, next - end).find('\n') == std::string_view::npos;
  }
  /// The end of the prose on the unit's line, if that is at most so many units.
  std::optional<std::size_t> line_of_few(std::size_t place, std::size_t limit) const {
    std::size_t begin = place;
    std::size_t end = place + 1;
    while (begin > 0 && place - begin < limit && same_line(begin - 1)) --begin;
    while (end < visible_.size() && end - place <= limit && same_line(end - 1) && prose_[visible_[end]]) ++end;
    if (end - begin > limit) return std::nullopt;
    return end;
  }
  bool same_paragraph(std::size_t a, std::size_t b) const {
    return units_[visible_[a]].paragraph == units_[visible_[b]].paragraph;
  }
  bool cuts_off(std::size_t place) const {
    return !prose_[visible_[place]] && !is_marked_heading(text_, units_[visible_[place]]);
  }

  std::string_view text_;
  std::span<const Unit> units_;
  std::span<const std::uint32_t> n_words_;
  std::vector<bool> prose_;
  std::vector<std::size_t> visible_;
  std::vector<WordCount> words_before_;  // of visible units: one more than these
};

/// A line about rights: short, with the sign for it.
bool is_copyright_line(std::string_view unit, std::uint32_t n_words) {
  return n_words <= long_unit && unit.find("\u00a9") != std::string_view::npos;
}

bool headings_count(std::span<const Unit> units, std::span<const std::uint32_t> n_words) {
  std::uint64_t in_sentences = 0;
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    all += n_words[i];
    if (is_sentence_like(units[i])) in_sentences += n_words[i];
  }
  return static_cast<double>(in_sentences) < few_sentences * static_cast<double>(all);
}

/// A control, a second space, or the first byte of a white space beyond ASCII.
constexpr auto may_need_collapsing = [](const Byte* b) {
  return (b[0] < ' ') + ((b[0] == ' ') & (b[1] == ' ')) + (b[0] == 0xc2) + ((b[0] >= 0xe1) & (b[0] <= 0xe3));
};

/// True only if the text is collapsed as it is.
bool has_single_spaces_only(std::string_view text) {
  return !text.starts_with(' ') && !text.ends_with(' ') && find_bytes<2>(text, 0, may_need_collapsing) == text.size();
}

/// Of the units that are candidates so far, drops those that say what an earlier one says.
void drop_repeated(std::string_view text, std::span<const Unit> units, Candidates* result, const Cancel& cancel) {
  SeenTexts seen(units.size());
  std::forward_list<std::string> collapsed;
  for (std::size_t i = 0; i < units.size(); ++i) {
    cancel.check_at(i + 1);
    if (result->reasons[i] != Reason::candidate) continue;
    const std::string_view unit = units[i].span.of(text);
    if (seen.add(has_single_spaces_only(unit) ? unit : collapsed.emplace_front(collapse_white_space(unit)))) {
      result->reasons[i] = Reason::repeated;
      result->flags |= flag_repeated;
    }
  }
}

std::size_t count_candidates(const Candidates& result) {
  return static_cast<std::size_t>(std::count(result.reasons.begin(), result.reasons.end(), Reason::candidate));
}

/// Unless nothing else is left.
void drop_boilerplate(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
                      Candidates* result) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (result->reasons[i] != Reason::candidate) continue;
    const std::string_view unit = units[i].span.of(text);
    const bool names = units[i].kind == UnitKind::fragment && is_list_of_names(unit);
    if (names || is_copyright_line(unit, n_words[i])) found.push_back(i);
  }
  if (found.size() == count_candidates(*result)) return;
  for (const std::size_t i : found) result->reasons[i] = Reason::boilerplate;
}

/// Halves of sentences and what stands beside the text, unless whole sentences are few and hold little of what is said.
void drop_partial(std::span<const Unit> units, std::span<const std::uint32_t> n_words, Candidates* result) {
  std::vector<std::size_t> partial;
  std::uint64_t words = 0;
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (result->reasons[i] != Reason::candidate) continue;
    all += n_words[i];
    if (units[i].partial || units[i].aside) {
      partial.push_back(i);
    } else {
      words += n_words[i];
    }
  }
  const std::size_t whole = count_candidates(*result) - partial.size();
  const double least = whole >= many_sentences ? 0 : whole >= enough ? few_sentences : few_whole;
  if (words == 0 || static_cast<double>(words) < least * static_cast<double>(all)) return;
  for (const std::size_t i : partial) result->reasons[i] = Reason::sparse;
}

void drop_sparse(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
                 Candidates* result, const Cancel& cancel) {
  const Surroundings surroundings(text, units, n_words);
  const std::span<const std::size_t> visible = surroundings.visible();
  std::vector<std::size_t> sparse;
  for (std::size_t place = 0; place < visible.size(); ++place) {
    cancel.check_at(place + 1);
    const std::size_t i = visible[place];
    if (result->reasons[i] != Reason::candidate || units[i].kind != UnitKind::sentence) continue;
    if (!surroundings.is_dense(place) || surroundings.is_isolated(place) || surroundings.is_cut_short(place) ||
        surroundings.is_credited(place))
      sparse.push_back(i);
  }
  if (sparse.empty()) return;
  // The steps of instructions are many, but only sentences tell what they are for.
  std::size_t others = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    others += result->reasons[i] == Reason::candidate && units[i].kind != UnitKind::item ? 1u : 0u;
  }
  if (others < sparse.size() + enough) {
    result->flags |= flag_few_sentences;
    return;
  }
  for (const std::size_t i : sparse) result->reasons[i] = Reason::sparse;
}

}  // namespace

std::string_view to_string(Reason reason) {
  static constexpr std::array<std::string_view, 7> names = {"candidate", "heading",     "code", "sparse",
                                                            "repeated",  "boilerplate", "blank"};
  return names[static_cast<std::size_t>(reason)];
}

std::span<const std::string_view> flag_names() {
  static constexpr std::array<std::string_view, 7> names = {"no_punctuation",  "looks_like_html", "language_unknown",
                                                            "headings_used",   "few_sentences",   "repeated",
                                                            "written_newlines"};
  return names;
}

std::string collapse_white_space(std::string_view text) {
  if (has_single_spaces_only(text)) return std::string(text);
  std::string collapsed;
  collapsed.reserve(text.size());
  const Window window(text, 0, text.size());
  for (std::size_t at = window.skip_space(0); at < text.size();) {
    const std::size_t end = window.skip(at, [](CodePoint c) { return !is_space(c); });
    if (!collapsed.empty()) collapsed += ' ';
    collapsed += window.slice(at, end);
    at = window.skip_space(end);
  }
  return collapsed;
}

Candidates choose_candidates(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
                             const Cancel& cancel) {
  const bool sentences = std::any_of(units.begin(), units.end(), is_sentence_like);
  const bool headings = std::any_of(units.begin(), units.end(), is_heading_like);
  const bool with_headings = headings && (!sentences || headings_count(units, n_words));

  Candidates result;
  result.reasons.reserve(units.size());
  for (const Unit& unit : units) {
    const bool eligible =
        is_sentence_like(unit) || (with_headings && is_heading_like(unit)) || (!sentences && !headings);
    result.reasons.push_back(eligible                      ? Reason::candidate
                             : unit.kind == UnitKind::code ? Reason::code
                                                           : Reason::heading);
  }
  if (with_headings) result.flags |= flag_headings_used;
  drop_boilerplate(text, units, n_words, &result);
  drop_repeated(text, units, &result, cancel);
  drop_partial(units, n_words, &result);
  drop_sparse(text, units, n_words, &result, cancel);
  return result;
}

Candidates take_sentences(std::string_view text, std::span<const Unit> units, const Cancel& cancel) {
  Candidates result;
  result.reasons.reserve(units.size());
  for (const Unit& unit : units) {
    result.reasons.push_back(unit.span.size() == 0 ? Reason::blank : Reason::candidate);
  }
  drop_repeated(text, units, &result, cancel);
  return result;
}

}  // namespace tersely
