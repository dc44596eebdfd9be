/// Scores summaries: ROUGE against references, the best choice of sentences by ROUGE, the overlap of a summary with its
/// text, and intervals for differences between methods.
///
/// All functions are thread-safe, and their results depend on the arguments only. Texts must be valid UTF-8. A
/// `workspace` may be null; one per thread avoids repeated allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/document.h"
#include "tersely/summary.h"
#include "tersely/workspace.h"

namespace tersely {

/// What counts as a word.
enum class RougeTokens : std::uint8_t {
  rouge_score,  // runs of a-z and 0-9 in the lower-cased text, as in the Python package rouge-score; for English
  words,        // the words of Document::words(), case-folded; for any language
};

struct RougeType {
  enum class Kind : std::uint8_t {
    n_grams,      // rouge1 to rouge9
    lcs,          // rougeL: the longest common subsequence of the texts
    summary_lcs,  // rougeLsum: line by line, the union of the longest common subsequences with all other lines
  };
  Kind kind = Kind::n_grams;
  unsigned n = 1;  // of n-grams
};

/// "rouge1" to "rouge9", "rougeL", "rougeLsum". Throws InvalidOption for any other name.
RougeType find_rouge_type(std::string_view name);

/// How the scores with several references become one.
enum class SeveralReferences : std::uint8_t {
  best,  // for each type, the score with the highest F-measure; the first one of several
  mean,
};

struct RougeOptions {
  std::vector<RougeType> types;
  RougeTokens tokens = RougeTokens::rouge_score;
  bool use_stemmer = false;  // Porter's stemmer, for words of more than three letters; only with rouge_score tokens
  SeveralReferences references = SeveralReferences::best;
};

/// All in [0, 1].
struct RougeScore {
  double precision = 0;  // share of the summary that is in the reference
  double recall = 0;     // share of the reference that is in the summary
  double fmeasure = 0;   // their harmonic mean; 0 if both are 0
};

/// ROUGE (Lin 2004): one score for each type. All are 0 if there is no reference. The n-grams cost O(words log words);
/// rougeL and rougeLsum cost O(words of both multiplied / 64), and a step for each pair of equal words. Throws
/// LimitExceeded if a line of the summary and one of a reference are so long that rougeLsum would need more than 512
/// MiB (65,000 words each).
std::vector<RougeScore> rouge(std::string_view summary, std::span<const std::string_view> references,
                              const RougeOptions& options, Workspace* workspace = nullptr,
                              const Cancel& cancel = Cancel());

struct RougeTask {
  std::string_view summary;
  std::vector<std::string_view> references;
};

/// The scores of each task, one task after the other. `threads`, `wait`: see columns/batch.h.
std::vector<RougeScore> rouge_batch(std::span<const RougeTask> tasks, const RougeOptions& options, unsigned threads,
                                    const std::function<void(std::size_t done)>& wait);

/// Ceilings of the oracle's choice; without any, it ends when no sentence raises the score.
struct OracleBudget {
  std::optional<std::uint64_t> sentences;
  std::optional<std::uint64_t> words;  // as the analysis counts them
};

/// A greedy choice of units with the references at hand: an estimate of the highest ROUGE that whole sentences reach
/// (Nallapati, Zhai & Zhou 2017). Each step adds the unit, any but blank ones, that raises the sum of the F-measures of
/// ROUGE-1 and ROUGE-2 most; of equal ones, the first. It ends when no unit that fits raises the sum. N-grams do not
/// cross sentences. `options.types` is not used. `Pick::gain` is the increase of the sum, `Pick::weight` the sum.
/// O(picks * words * references).
Summary oracle(const Document& document, std::span<const std::string_view> references, const OracleBudget& budget,
               const RougeOptions& options, Workspace* workspace = nullptr, const Cancel& cancel = Cancel());

struct OracleTask {
  std::string_view text;
  std::vector<std::string_view> references;
  OracleBudget budget;
};

/// The printed choice for each text, with the default analysis. `threads`, `wait`: see columns/batch.h.
std::vector<std::string> oracle_batch(std::span<const OracleTask> tasks, const RougeOptions& options, unsigned threads,
                                      const std::function<void(std::size_t done)>& wait);

/// The number of words, as the analysis counts them. O(bytes).
std::uint64_t count_words(std::string_view text, Workspace* workspace = nullptr);

/// The text up to the end of its n-th word; the whole text if it has fewer. O(bytes).
std::string_view first_words(std::string_view text, std::uint64_t n, Workspace* workspace = nullptr);

/// How a summary uses the words of its text. Words are case-folded.
struct Overlap {
  std::uint64_t n_text = 0;     // words of the text
  std::uint64_t n_summary = 0;  // words of the summary
  double coverage = 0;          // share of the summary's words that are in fragments copied from the text, in [0, 1]
  double density = 0;           // mean length of the fragment that a word of the summary is in, in words
  double redundancy = 0;        // share of the summary's word pairs that occurred earlier in it, in [0, 1)
};

/// Coverage and density are those of Grusky, Naaman & Artzi 2018 (Newsroom): fragments are found from left to right,
/// each the longest sequence of words that also occurs in the text. O(words), times the number of occurrences of a word
/// in the text. Throws SummaryTimeout.
Overlap overlap_with(std::string_view text, std::string_view summary, Workspace* workspace = nullptr,
                     const Cancel& cancel = Cancel());

/// The share of the given units whose first words refer to the sentence before (a pronoun or connective; see Coherence)
/// while that sentence is not among them, in [0, 1]. 0 if there are no units, or if the language has no lists of such
/// words. `units`: of the document, in any order. Throws Error if one does not exist. O(units of the document).
double dangling_share(const Document& document, std::span<const std::uint32_t> units);

struct Difference {
  double mean = 0;
  double low = 0;  // bounds of the middle 95 % of the means of the resamples
  double high = 0;
  double p_value = 1;  // two-sided, for a true mean of 0; at least 2 / (n_resamples + 1) and 2 / 2^rows
};

/// A paired bootstrap (Efron & Tibshirani 1993; Koehn 2004). `differences`: a row for each document, with `n_columns`
/// numbers each. All columns see the same resamples of the rows. One Difference per column. With a few rows that all
/// have the same sign, no resample has the other one, so the p value is at least the smallest one of a sign test.
/// O(rows * columns * resamples).
std::vector<Difference> bootstrap(std::span<const double> differences, std::size_t n_columns, std::size_t n_resamples,
                                  std::uint64_t seed, const Cancel& cancel = Cancel());

}  // namespace tersely
