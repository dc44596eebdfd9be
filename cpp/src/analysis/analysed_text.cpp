#include "analysis/analysed_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analysis/pair_ids.h"
#include "analysis/wrong_text.h"
#include "candidates/candidates.h"
#include "segmentation/lines/markup_hint.h"
#include "support/sort_unique.h"
#include "tersely/error.h"
#include "tersely/split.h"
#include "text/divided_words.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

/// Rejects spans that would be read out of bounds.
void check_spans(const std::vector<Span>& sentences, std::string_view text) {
  std::vector<std::int64_t> bounds;
  bounds.reserve(2 * sentences.size());
  for (const Span& span : sentences) bounds.insert(bounds.end(), {span.begin, span.end});
  (void)read_spans(text, bounds, OffsetUnit::byte);
}

bool has_line_break(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_line_break(decode(text, &at))) return true;
  }
  return false;
}

/// A line break between two sentences begins a paragraph.
std::vector<Unit> as_units(const std::vector<Span>& sentences, std::string_view text) {
  std::vector<Unit> units;
  units.reserve(sentences.size());
  std::uint32_t paragraph = 0;
  for (const Span& span : sentences) {
    Unit unit;
    unit.span = trim(text, span);
    unit.content = unit.span.begin;
    if (!units.empty() && has_line_break(Span{units.back().span.end, unit.span.begin}.of(text))) ++paragraph;
    unit.paragraph = paragraph;
    unit.kind = UnitKind::sentence;
    unit.terminated = true;
    units.push_back(unit);
  }
  return units;
}

/// Trims a workspace at the end of a scope, even if an exception ends it.
class TrimAfter {
 public:
  explicit TrimAfter(Workspace* workspace) : workspace_(workspace) {}
  TrimAfter(const TrimAfter&) = delete;
  TrimAfter& operator=(const TrimAfter&) = delete;
  ~TrimAfter() { workspace_->trim(); }

 private:
  Workspace* workspace_;
};

/// The number of words of each unit in the range.
std::vector<std::uint32_t> count_words(const Words& words, const Range& units) {
  std::vector<std::uint32_t> counts;
  counts.reserve(units.size());
  for (std::uint32_t unit = units.begin; unit < units.end; ++unit) counts.push_back(words.n_words(unit));
  return counts;
}

/// Units with offsets in their source instead of in the text.
std::vector<Unit> move_back(std::span<const Unit> units, std::uint32_t begin) {
  std::vector<Unit> moved(units.begin(), units.end());
  for (Unit& unit : moved) {
    unit.span.begin -= begin;
    unit.span.end -= begin;
    unit.content -= begin;
  }
  return moved;
}

}  // namespace

AnalysedText::AnalysedText(std::string_view text, const AnalysisOptions& options, Workspace* workspace,
                           const Cancel& cancel)
    : text_(text) {
  cancel.check();
  const TrimAfter trim_after(workspace);
  Split cut = split(text, options, cancel);
  language_ = cut.language;
  units_ = std::move(cut.units);
  sources_ = {{{0, static_cast<std::uint32_t>(text.size())}, {0, n_units()}, {}, count_turns(units_)}};
  read(options, workspace, cancel);
}

AnalysedText::AnalysedText(const Sources& given, const AnalysisOptions& options, Workspace* workspace,
                           const Cancel& cancel)
    : text_(given.text), has_scores_(!given.scores.empty()) {
  cancel.check();
  const TrimAfter trim_after(workspace);
  SplitSources split = split_sources(given, options, cancel);
  language_ = split.language;
  units_ = std::move(split.units);
  sources_ = std::move(split.sources);
  read(options, workspace, cancel);
}

AnalysedText::AnalysedText(std::string_view text, const std::vector<Span>& sentences, const AnalysisOptions& options,
                           Workspace* workspace, const Cancel& cancel)
    : text_(text), language_(check_text(text, options, cancel)), segmented_(false) {
  check_spans(sentences, text);
  const TrimAfter trim_after(workspace);
  units_ = as_units(sentences, text);
  sources_ = {{{0, static_cast<std::uint32_t>(text.size())}, {0, n_units()}, {}, {}}};
  words_ = Words(text, units_, false, language_, options, workspace, cancel);
  Candidates chosen = take_sentences(text, units_, cancel);
  reasons_ = std::move(chosen.reasons);
  flags_ = chosen.flags;
  analyze(workspace, cancel);
}

/// Reads the words of the units, and finds the candidates in each source.
void AnalysedText::read(const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel) {
  cancel.check();
  words_ = Words(text_, units_, has_transcript(), language_, options, workspace, cancel);
  for (const Source& source : sources_) choose_candidates_of(source, cancel);
  if (std::none_of(units_.begin(), units_.end(), [](const Unit& unit) { return unit.terminated; })) {
    flags_ |= flag_no_punctuation;
  }
  analyze(workspace, cancel);
}

/// `source`: the one after those whose candidates are known.
void AnalysedText::choose_candidates_of(const Source& source, const Cancel& cancel) {
  const std::vector<std::uint32_t> n_words = count_words(words_, source.units);
  std::span<const Unit> units = std::span(units_).subspan(source.units.begin, source.units.size());
  std::vector<Unit> moved;
  if (source.span.begin > 0) units = moved = move_back(units, source.span.begin);
  const std::string_view text = source.span.of(text_);
  Candidates chosen = choose_candidates(text, units, n_words, language_, source.turns.speech(), cancel);
  if (!chosen.factors.empty() || !factors_.empty()) {
    factors_.resize(source.units.begin, 1);
    factors_.insert(factors_.end(), chosen.factors.begin(), chosen.factors.end());
    factors_.resize(source.units.end, 1);
  }
  if (reasons_.empty()) {
    reasons_ = std::move(chosen.reasons);
  } else {
    reasons_.insert(reasons_.end(), chosen.reasons.begin(), chosen.reasons.end());
  }
  flags_ |= chosen.flags;
  if (looks_like_html(text)) flags_ |= flag_looks_like_html;
  if (has_written_newlines(text)) flags_ |= flag_written_newlines;
  if (looks_like_path(text)) flags_ |= flag_looks_like_path;
  if (looks_like_url(text)) flags_ |= flag_looks_like_url;
}

void AnalysedText::analyze(Workspace* workspace, const Cancel& cancel) {
  if (language_ == Language::und()) flags_ |= flag_language_unknown;
  if (has_replacement_characters(text_)) flags_ |= flag_replacement_characters;
  if (looks_misread(text_)) flags_ |= flag_wrong_encoding;
  source_order_ = order_by_text(text_, sources_);
  if (sources_.size() > 1) {
    drop_code(units_, &reasons_);
    drop_repeated(text_, units_, sources_, source_order_, &reasons_, &flags_);
  }
  number_rows();
  terms_ = index_terms(words_, candidates_, workspace, cancel);
  cancel.check();
  tfidf_ = tersely::tfidf(terms_, sentence_frequencies(terms_));
}

void AnalysedText::number_rows() {
  candidates_.reserve(units_.size());
  for (const std::uint32_t number : source_order_) {
    Source& source = sources_[number];
    source.rows.begin = n_rows();
    for (std::uint32_t unit = source.units.begin; unit < source.units.end; ++unit) {
      if (reasons_[unit] == Reason::candidate) candidates_.push_back(unit);
    }
    source.rows.end = n_rows();
  }
}

std::vector<Range> AnalysedText::rows_of_sources() const {
  std::vector<Range> rows;
  rows.reserve(sources_.size());
  for (const std::uint32_t source : source_order_) rows.push_back(sources_[source].rows);
  return rows;
}

std::uint32_t AnalysedText::source_of_unit(std::uint32_t unit) const {
  const auto after = std::upper_bound(sources_.begin(), sources_.end(), unit,
                                      [](std::uint32_t one, const Source& source) { return one < source.units.end; });
  return static_cast<std::uint32_t>(after - sources_.begin());
}

bool AnalysedText::has_transcript() const {
  return std::any_of(sources_.begin(), sources_.end(), [](const Source& source) { return source.turns.prevail; });
}

std::uint32_t AnalysedText::row_of(std::uint32_t unit) const {
  if (reasons_[unit] != Reason::candidate) return no_row;
  const Range rows = sources_[source_of_unit(unit)].rows;
  const auto begin = candidates_.begin() + rows.begin;
  return static_cast<std::uint32_t>(std::lower_bound(begin, candidates_.begin() + rows.end, unit) -
                                    candidates_.begin());
}

double AnalysedText::words_in_row(std::uint32_t row) const {
  return static_cast<double>(std::max(1u, n_words(candidates_[row])));
}

std::vector<std::uint32_t> AnalysedText::concepts_of_beginning(std::uint32_t row, std::uint32_t n_words) const {
  PairIds pairs;  // of all rows up to this one, because ids are by first occurrence
  pairs.restart(n_words);
  std::vector<std::uint32_t> concepts;
  for (std::uint32_t i = 0; i <= row; ++i) {
    const std::span<const Word> in_row = words(candidates_[i]);
    const std::size_t n = i == row ? n_words : in_row.size();
    for (std::size_t w = 0; w < n; ++w) {
      if (i == row && !is_stop_word(in_row[w])) concepts.push_back(term_of(in_row[w]));
      if (w == 0 || !Words::is_pair(words_.form(in_row[w - 1]), words_.form(in_row[w]))) continue;
      const std::uint32_t pair = pairs.intern(words_.key(in_row[w - 1]), words_.key(in_row[w]), i).id;
      if (i == row) concepts.push_back(n_terms() + pair);
    }
  }
  sort_unique(&concepts);
  return concepts;
}

std::vector<std::uint32_t> AnalysedText::terms_of(std::string_view text, Workspace* workspace) const {
  std::vector<std::uint32_t> terms;
  for (const Words::Other& word : read(text, workspace)) {
    if (const std::uint32_t term = term_of(word); term != Terms::no_term) terms.push_back(term);
  }
  sort_unique(&terms);
  return terms;
}

std::vector<std::uint32_t> AnalysedText::terms_of_leading_headings() const {
  std::vector<std::uint32_t> terms;
  for (const Source& source : sources_) {
    const std::uint32_t unit = source.units.begin;
    if (source.units.size() == 0 || units_[unit].kind != UnitKind::heading || reasons_[unit] == Reason::candidate) {
      continue;
    }
    for (const Word& word : words(unit)) {
      if (const std::uint32_t term = term_of(word); term != Terms::no_term) terms.push_back(term);
    }
  }
  sort_unique(&terms);
  return terms;
}

std::vector<std::string> AnalysedText::surface_forms() const {
  struct Spelling {
    std::uint32_t count = 0;
    std::uint32_t first = 0;
  };
  std::vector<std::map<std::string_view, Spelling>> spellings(n_terms());
  std::uint32_t n = 0;
  for (const std::uint32_t unit : candidates_) {
    for (const Word& word : words(unit)) {
      const std::uint32_t term = term_of(word);
      if (term == Terms::no_term) continue;
      Spelling& spelling = spellings[term][word.span.of(text_)];
      if (spelling.count++ == 0) spelling.first = n++;
    }
  }
  std::vector<std::string> forms;
  forms.reserve(spellings.size());
  for (const auto& of_term : spellings) {
    const auto best = std::max_element(of_term.begin(), of_term.end(), [](const auto& a, const auto& b) {
      return a.second.count != b.second.count ? a.second.count < b.second.count : a.second.first > b.second.first;
    });
    forms.push_back(undivided(best->first));
  }
  return forms;
}

std::vector<AnalysedText::ConceptForm> AnalysedText::concept_forms() const {
  std::vector<ConceptForm> forms;
  forms.reserve(n_concepts());
  for (std::string& term : surface_forms()) forms.push_back({std::move(term)});
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const std::uint32_t unit : candidates_) {
    const std::span<const Word> row = words(unit);
    for (std::size_t w = 1; w < row.size(); ++w) {
      const Words::Form left = words_.form(row[w - 1]);
      const Words::Form right = words_.form(row[w]);
      if (!Words::is_pair(left, right) || !seen.emplace(left.key, right.key).second) continue;
      std::string text = undivided(row[w - 1].span.of(text_)).append(" ").append(undivided(row[w].span.of(text_)));
      forms.push_back({std::move(text), left.is_stop() || right.is_stop()});
    }
  }
  return forms;
}

}  // namespace tersely
