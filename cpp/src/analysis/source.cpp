#include "analysis/source.h"

#include <algorithm>
#include <cmath>
#include <forward_list>
#include <map>
#include <numeric>
#include <string>

#include "candidates/seen_texts.h"
#include "tersely/error.h"
#include "tersely/split.h"
#include "text/white_space.h"

namespace tersely {
namespace {

constexpr std::string_view between_sources = "\n\n";
constexpr std::size_t sample_bytes = 1 << 14;  // of all sources, if most are too short for their language to be found

void check_scores(const std::vector<double>& scores, std::size_t n_texts) {
  if (!scores.empty() && scores.size() != n_texts) {
    throw InvalidOption("scores", std::to_string(scores.size()) + " numbers",
                        "one number for each of the " + std::to_string(n_texts) + " texts");
  }
  for (const double score : scores) {
    if (!std::isfinite(score) || score < 0) {
      throw InvalidOption("scores", std::to_string(score), "finite numbers of at least 0");
    }
  }
}

void check_bytes(const Sources& given, const AnalysisOptions& options) {
  std::uint64_t bytes = 0;
  for (const Span& span : given.spans) bytes += span.size();
  if (options.max_bytes && bytes > *options.max_bytes) {
    throw LimitExceeded("the texts have " + std::to_string(bytes) +
                        " bytes together, more than max_bytes=" + std::to_string(*options.max_bytes));
  }
}

/// The language of each source.
std::vector<Language> check_sources(const Sources& given, const AnalysisOptions& options, const Cancel& cancel) {
  std::vector<Language> languages;
  languages.reserve(given.spans.size());
  for (const Span& span : given.spans) languages.push_back(check_text(span.of(given.text), options, cancel));
  return languages;
}

/// The language with the most bytes, the first code if two have equally many.
Language main_language(const Sources& given, const std::vector<Language>& languages) {
  std::map<std::string_view, std::uint64_t> bytes;
  for (std::size_t i = 0; i < languages.size(); ++i) bytes[languages[i].code()] += given.spans[i].size();
  const auto most =
      std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == bytes.end()) return Language::und();
  return *std::find_if(languages.begin(), languages.end(),
                       [&](const Language& language) { return language.code() == most->first; });
}

/// The language of short texts, found from several of them together.
Language detect_together(const Sources& given) {
  std::vector<std::string_view> texts;
  for (const Span& span : given.spans) texts.push_back(span.of(given.text));
  std::sort(texts.begin(), texts.end());
  std::string sample;
  for (const std::string_view text : texts) {
    if (sample.size() >= sample_bytes) break;
    sample.append(text).append(between_sources);
  }
  return Language::detect(sample);
}

/// `units`: those of one source, with offsets in it; they are moved to where the source stands.
void append_units(const Source& source, std::vector<Unit>&& units, std::vector<Unit>* all) {
  const std::uint32_t paragraph = all->empty() ? 0 : all->back().paragraph + 1;
  for (Unit& unit : units) {
    unit.span.begin += source.span.begin;
    unit.span.end += source.span.begin;
    unit.content += source.span.begin;
    unit.paragraph += paragraph;
    all->push_back(unit);
  }
}

}  // namespace

Sources join_sources(std::span<const std::string_view> texts, std::vector<double> scores) {
  check_scores(scores, texts.size());
  std::size_t bytes = 0;
  for (const std::string_view text : texts) bytes += text.size() + between_sources.size();
  if (bytes > max_text_bytes) {
    throw LimitExceeded("the texts have " + std::to_string(bytes) + " bytes together, more than 2 GiB");
  }
  Sources joined;
  joined.text.reserve(bytes);
  joined.scores = std::move(scores);
  for (const std::string_view text : texts) {
    if (!joined.spans.empty()) joined.text += between_sources;
    const auto begin = static_cast<std::uint32_t>(joined.text.size());
    joined.text += text;
    joined.spans.push_back({begin, static_cast<std::uint32_t>(joined.text.size())});
  }
  return joined;
}

SplitSources split_sources(const Sources& given, const AnalysisOptions& options, const Cancel& cancel) {
  check_bytes(given, options);
  const std::vector<Language> languages = check_sources(given, options, cancel);
  SplitSources result;
  result.language = main_language(given, languages);
  if (result.language == Language::und() && options.language == "auto") result.language = detect_together(given);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const Language& language = languages[i] == Language::und() ? result.language : languages[i];
    std::vector<Unit> units = segment(given.spans[i].of(given.text), language, options.segmenter, cancel);
    Source source;
    source.span = given.spans[i];
    source.turns = count_turns(units);
    source.score = given.scores.empty() ? 1 : given.scores[i];
    source.units.begin = static_cast<std::uint32_t>(result.units.size());
    append_units(source, std::move(units), &result.units);
    source.units.end = static_cast<std::uint32_t>(result.units.size());
    result.sources.push_back(source);
  }
  return result;
}

std::vector<std::uint32_t> order_by_text(std::string_view text, std::span<const Source> sources) {
  std::vector<std::uint32_t> order(sources.size());
  std::iota(order.begin(), order.end(), 0u);
  if (order.size() < 2) return order;  // most texts, and sorting allocates
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = sources[a].span.of(text).compare(sources[b].span.of(text));
    return compared != 0 ? compared < 0 : sources[a].score > sources[b].score;
  });
  return order;
}

void drop_code(std::span<const Unit> units, std::vector<Reason>* reasons) {
  bool has_other = false;
  for (std::size_t i = 0; i < units.size() && !has_other; ++i) {
    has_other = (*reasons)[i] == Reason::candidate && units[i].kind != UnitKind::code;
  }
  if (!has_other) return;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if ((*reasons)[i] == Reason::candidate && units[i].kind == UnitKind::code) (*reasons)[i] = Reason::code;
  }
}

void drop_repeated(std::string_view text, std::span<const Unit> units, std::span<const Source> sources,
                   std::span<const std::uint32_t> order, std::vector<Reason>* reasons, std::uint32_t* flags) {
  struct Candidate {
    std::uint32_t place;  // in its source
    std::uint32_t unit;
  };
  std::vector<Candidate> candidates;
  for (const std::uint32_t source : order) {
    const Range range = sources[source].units;
    for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
      if ((*reasons)[unit] == Reason::candidate) candidates.push_back({unit - range.begin, unit});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.place < b.place; });
  SeenTexts seen(candidates.size());
  std::forward_list<std::string> collapsed;
  for (const Candidate& candidate : candidates) {
    const std::string_view unit = units[candidate.unit].span.of(text);
    if (seen.add(has_single_spaces_only(unit) ? unit : collapsed.emplace_front(collapse_white_space(unit)))) {
      (*reasons)[candidate.unit] = Reason::repeated;
      *flags |= flag_repeated;
    }
  }
}

}  // namespace tersely
