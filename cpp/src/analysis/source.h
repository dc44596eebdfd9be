/// The texts of which a document consists.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/transcript.h"
#include "tersely/cancel.h"
#include "tersely/language.h"
#include "tersely/options.h"
#include "tersely/reasons.h"
#include "tersely/segmenter.h"
#include "tersely/sources.h"

namespace tersely {

/// Numbers [begin, end).
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const noexcept { return end - begin; }
  bool has(std::uint32_t number) const noexcept { return begin <= number && number < end; }
};

/// A text of a document, which has one or several. Its units and rows are consecutive.
struct Source {
  Span span;  // in the text of the document
  Range units;
  Range rows;
  Turns turns;
  double score = 1;  // given by the caller
};

/// The units of all sources, in the order in which they were given.
struct SplitSources {
  Language language = Language::und();
  std::vector<Unit> units;
  std::vector<Source> sources;  // without rows
};

/// Splits each source as a text of its own, in its own language. Sources whose language is not found have that of the
/// set, the language with the most bytes. O(bytes). Throws what split() throws; the
/// position of an InvalidText is that in its source.
SplitSources split_sources(const Sources& given, const AnalysisOptions& options, const Cancel& cancel);

/// The sources by their texts, of equal texts those with higher scores first: the order in which sums are made and ties
/// are broken, so that the order in which sources are given does not matter.
std::vector<std::uint32_t> order_by_text(std::string_view text, std::span<const Source> sources);

/// Code is a candidate only in a text that has nothing else. Drops it if another source has something else. O(units).
void drop_code(std::span<const Unit> units, std::vector<Reason>* reasons);

/// Drops candidates that have the same text as a candidate of another source. The one with the fewest units before it
/// in its own source stays, of equal ones that of the first source in `order`. O(bytes + units log units).
void drop_repeated(std::string_view text, std::span<const Unit> units, std::span<const Source> sources,
                   std::span<const std::uint32_t> order, std::vector<Reason>* reasons, std::uint32_t* flags);

}  // namespace tersely
