#include "candidates/candidates.h"

#include <algorithm>
#include <array>
#include <forward_list>

#include "candidates/about_sections.h"
#include "candidates/layout.h"
#include "candidates/marked_pages.h"
#include "candidates/notices.h"
#include "candidates/page_edges.h"
#include "candidates/posts.h"
#include "candidates/remarks.h"
#include "candidates/seen_texts.h"
#include "candidates/steps.h"
#include "candidates/surroundings.h"
#include "candidates/unit_shape.h"
#include "text/icu.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace tersely {
namespace {

constexpr double few_sentences = 0.1;  // share of the words below which headings count as sentences
constexpr double few_whole = 0.2;      // the same if there are only one or two whole sentences, beside halves
constexpr std::size_t enough = 3;
constexpr std::size_t many_sentences = 10;
constexpr std::size_t some_sentences = 5;  // as good as many, if they hold some_words
constexpr std::uint64_t some_words = 60;
constexpr std::uint32_t step_words = 5;  // minimum length of a step that counts as a sentence
constexpr double beside_steps = 0.1;
constexpr std::uint32_t longest_date = 8;  // words

/// A copyright line: short, with the copyright sign. Directly after a letter, the sign is none: "closÃ©d" is a misread
/// "closéd".
bool is_copyright_line(std::string_view unit, std::uint32_t n_words) {
  constexpr std::string_view sign = "\u00a9";
  if (n_words > long_unit) return false;
  for (std::size_t at = unit.find(sign); at != std::string_view::npos; at = unit.find(sign, at + sign.size())) {
    std::size_t before = at;
    if (at == 0 || !is_letter(decode_backward(unit, &before))) return true;
  }
  return false;
}

/// Do sentences hold so little of the text that headings count as sentences? Code and marked titles are not counted.
bool headings_count(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words) {
  std::uint64_t in_sentences = 0;
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == UnitKind::code || is_marked_heading(text, units[i])) continue;
    all += n_words[i];
    if (is_sentence_like(units[i])) in_sentences += n_words[i];
  }
  return static_cast<double>(in_sentences) < few_sentences * static_cast<double>(all);
}

std::size_t count_candidates(const Candidates& result) {
  return static_cast<std::size_t>(std::count(result.reasons.begin(), result.reasons.end(), Reason::candidate));
}

/// Drops candidates that have the same text as an earlier one.
void drop_repeated(std::string_view text, std::span<const Unit> units, Candidates* result, const Cancel& cancel) {
  SeenTexts seen(count_candidates(*result));
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

/// Does nothing if no other candidate would be left.
void drop_as_boilerplate(const std::vector<std::size_t>& found, Candidates* result) {
  if (found.size() == count_candidates(*result)) return;
  for (const std::size_t i : found) result->reasons[i] = Reason::boilerplate;
}

/// A sentence that contains link texts of a page: "Ann Person Bridge to close | Ferry is late MORE (R) said that ...".
bool holds_links(std::string_view unit, std::uint32_t n_words) {
  if (n_words <= 2 * long_unit) return false;
  const std::size_t bar = unit.find(" | ");
  const bool bars = bar != std::string_view::npos && unit.find(" | ", bar + 1) != std::string_view::npos;
  return bars || unit.find(" MORE (") != std::string_view::npos;
}

void drop_menus_rights_and_dates(std::string_view text, std::span<const Unit> units,
                                 std::span<const std::uint32_t> n_words, Candidates* result) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (result->reasons[i] != Reason::candidate) continue;
    const std::string_view unit = units[i].span.of(text);
    const bool names = units[i].kind == UnitKind::fragment && is_list_of_names(unit);
    const bool menu = names || has_leader_dots(unit) || holds_links(unit, n_words[i]);
    const bool date = n_words[i] <= longest_date && is_date_line(unit);
    if (menu || date || is_copyright_line(unit, n_words[i])) found.push_back(i);
  }
  drop_as_boilerplate(found, result);
}

/// Drops asides and sentences mixed from two columns, unless fewer than three candidates are left.
void drop_asides(std::span<const Unit> units, Candidates* result) {
  std::vector<std::size_t> asides;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (result->reasons[i] == Reason::candidate && units[i].aside) asides.push_back(i);
  }
  if (count_candidates(*result) < asides.size() + enough) return;
  for (const std::size_t i : asides) result->reasons[i] = Reason::sparse;
}

/// Drops halves of sentences, unless whole sentences are few and hold few of the words. A sentence that begins with
/// `name`, the name of a project, is whole even if it begins in lower case.
void drop_partial(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
                  std::string_view name, Candidates* result) {
  const auto is_named = [&](const Unit& unit) { return !name.empty() && unit.span.of(text).starts_with(name); };
  std::vector<std::size_t> partial;
  std::uint64_t words = 0;
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (result->reasons[i] != Reason::candidate) continue;
    all += n_words[i];
    if ((units[i].partial && !is_named(units[i])) || units[i].aside) {
      partial.push_back(i);
    } else {
      words += n_words[i];
    }
  }
  const std::size_t whole = count_candidates(*result) - partial.size();
  const bool many = whole >= many_sentences || (whole >= some_sentences && words >= some_words);
  const double least = many ? 0 : whole >= enough ? few_sentences : few_whole;
  if (words == 0 || static_cast<double>(words) < least * static_cast<double>(all)) return;
  for (const std::size_t i : partial) result->reasons[i] = Reason::sparse;
}

void drop_page_edges(const Layout& layout, Candidates* result) {
  for (const std::size_t i : find_page_edges(layout, result->reasons)) result->reasons[i] = Reason::sparse;
}

/// Counts candidates except items: instructions have many steps, but only sentences say what the steps are for.
std::size_t count_sentences(std::span<const Unit> units, const Candidates& result) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    count += result.reasons[i] == Reason::candidate && units[i].kind != UnitKind::item ? 1u : 0u;
  }
  return count;
}

/// Drops all sparse candidates if enough others remain, else only those that are sparse by themselves. `marked`: titles
/// show the structure of the text, so only the latter are sparse.
void drop_sparse(const Layout& layout, std::span<const Unit> units, bool marked, Candidates* result,
                 const Cancel& cancel) {
  Surroundings surroundings(layout);
  std::vector<std::size_t> sparse;
  std::vector<std::size_t> sure;
  for (std::size_t place = 0; place < layout.size(); ++place) {
    cancel.check_at(place + 1);
    const std::size_t i = layout.index(place);
    if (result->reasons[i] != Reason::candidate || units[i].kind != UnitKind::sentence) continue;
    const bool cut_off = surroundings.is_cut_off(place);
    if (cut_off) sure.push_back(i);
    if (cut_off || (!marked && surroundings.is_among_lines(place))) sparse.push_back(i);
  }
  if (sparse.empty()) return;
  const std::size_t sentences = count_sentences(units, *result);
  if (sentences < sparse.size() + enough) {
    result->flags |= flag_few_sentences;
    if (sentences < sure.size() + enough) return;
    sparse.swap(sure);
  }
  for (const std::size_t i : sparse) result->reasons[i] = Reason::sparse;
}

/// `steps`: see find_steps().
std::vector<double> weigh_steps(const std::vector<StepPart>& steps) {
  std::vector<double> factors(steps.size(), 1);
  for (std::size_t i = 0; i < steps.size(); ++i) factors[i] *= steps[i] == StepPart::outside ? beside_steps : 1;
  return factors;
}

}  // namespace

std::string_view to_string(Reason reason) {
  static constexpr std::array<std::string_view, 7> names = {"candidate", "heading",     "code", "sparse",
                                                            "repeated",  "boilerplate", "blank"};
  return names[static_cast<std::size_t>(reason)];
}

std::span<const std::string_view> flag_names() {
  static constexpr std::array<std::string_view, 13> names = {
      "no_punctuation",  "looks_like_html", "language_unknown",       "headings_used",
      "few_sentences",   "repeated",        "written_newlines",       "query_unmatched",
      "looks_like_path", "looks_like_url",  "replacement_characters", "lone_surrogates",
      "wrong_encoding"};
  return names;
}

Candidates choose_candidates(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
                             const Language& language, Speech speech, const Cancel& cancel) {
  const bool sentences = std::any_of(units.begin(), units.end(), is_sentence_like);
  const bool headings = std::any_of(units.begin(), units.end(), is_heading_like);
  const bool posts = are_posts(text, units, n_words);
  const bool with_headings = headings && (!sentences || posts || headings_count(text, units, n_words));

  const std::vector<StepPart> steps = find_steps(text, units, n_words);

  Candidates result;
  result.reasons.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool step = !steps.empty() && steps[i] == StepPart::says && n_words[i] >= step_words;
    const bool eligible =
        is_sentence_like(units[i]) || (with_headings && is_heading_like(units[i])) || (!sentences && !headings) || step;
    result.reasons.push_back(eligible                          ? Reason::candidate
                             : units[i].kind == UnitKind::code ? Reason::code
                                                               : Reason::heading);
  }
  const Remarks remarks(text, units, n_words, language, speech);
  // Minutes may have marked titles, but they are no page about a project.
  const bool marked = !remarks.genre().record && is_marked_page(text, units);
  if (const auto tagline = marked ? find_tagline(text, units, n_words) : std::nullopt) {
    result.reasons[*tagline] = Reason::candidate;
  }
  if (with_headings) result.flags |= flag_headings_used;
  const Layout layout(text, units, n_words);
  const bool several = count_candidates(result) > 1;  // keep the only one
  if (several) {
    drop_menus_rights_and_dates(text, units, n_words, &result);
    drop_as_boilerplate(find_notices(layout, result.reasons), &result);
    drop_as_boilerplate(find_about_sections(layout, result.reasons), &result);
    drop_as_boilerplate(remarks.find_empty(result.reasons), &result);
    drop_repeated(text, units, &result, cancel);
    drop_asides(units, &result);
    drop_partial(text, units, n_words, marked ? name_of_page(text, units) : std::string_view(), &result);
  }
  result.factors = marked && steps.empty() ? weigh_marked_page(text, units, result.reasons) : weigh_steps(steps);
  remarks.weigh_outcomes(result.reasons, &result.factors);
  if (posts) return result;
  if (several && !marked) drop_page_edges(layout, &result);
  drop_sparse(layout, units, marked, &result, cancel);
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
