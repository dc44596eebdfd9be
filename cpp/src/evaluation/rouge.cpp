#include <algorithm>
#include <string>

#include "evaluation/longest_common.h"
#include "evaluation/n_grams.h"
#include "evaluation/token_reader.h"
#include "support/parallel.h"
#include "tersely/error.h"
#include "tersely/evaluate.h"

namespace tersely {
namespace {

/// `n_common` of `n_summary` and of `n_reference` units agree.
RougeScore make_score(std::uint64_t n_common, std::uint64_t n_summary, std::uint64_t n_reference) {
  const auto common = static_cast<double>(n_common);
  RougeScore score;
  if (n_summary > 0) score.precision = common / static_cast<double>(n_summary);
  if (n_reference > 0) score.recall = common / static_cast<double>(n_reference);
  const double sum = score.precision + score.recall;
  if (sum > 0) score.fmeasure = 2 * score.precision * score.recall / sum;
  return score;
}

std::vector<std::uint32_t> count_ids(const Tokens& tokens, std::uint32_t n_ids) {
  std::vector<std::uint32_t> counts(n_ids);
  for (const std::uint32_t id : tokens.ids) ++counts[id];
  return counts;
}

/// Scores a summary against one reference after the other.
class Scorer {
 public:
  Scorer(const Tokens& summary, std::uint32_t n_ids, const Cancel& cancel)
      : summary_(summary), n_ids_(n_ids), cancel_(cancel), common_(n_ids, cancel) {}

  RougeScore score(const Tokens& reference, RougeType type) {
    cancel_.check();
    switch (type.kind) {
      case RougeType::Kind::n_grams:
        return score_n_grams(reference, type.n);
      case RougeType::Kind::lcs:
        return score_lcs(reference);
      case RougeType::Kind::summary_lcs:
        break;
    }
    return score_lines(reference);
  }

 private:
  RougeScore score_n_grams(const Tokens& reference, unsigned n) const {
    const NGramCounts counts = count_n_grams(summary_.ids, reference.ids, n);
    return make_score(counts.common, counts.left, counts.right);
  }

  RougeScore score_lcs(const Tokens& reference) {
    return make_score(common_.length(reference.ids, summary_.ids), summary_.ids.size(), reference.ids.size());
  }

  /// A word counts at most as often as each text has it, however many lines share it.
  RougeScore score_lines(const Tokens& reference) {
    std::vector<std::uint32_t> left_of_summary = count_ids(summary_, n_ids_);
    std::vector<std::uint32_t> left_of_reference = count_ids(reference, n_ids_);
    std::uint64_t n_common = 0;
    for (std::size_t i = 0; i < reference.n_lines(); ++i) {
      const std::span<const std::uint32_t> line = reference.line(i);
      const std::vector<bool> is_common = union_of_lines(line);
      for (std::size_t j = 0; j < line.size(); ++j) {
        std::uint32_t& of_summary = left_of_summary[line[j]];
        std::uint32_t& of_reference = left_of_reference[line[j]];
        if (!is_common[j] || of_summary == 0 || of_reference == 0) continue;
        --of_summary;
        --of_reference;
        ++n_common;
      }
    }
    return make_score(n_common, summary_.ids.size(), reference.ids.size());
  }

  /// Which words of a line of the reference are in its longest common subsequence with any line of the summary?
  std::vector<bool> union_of_lines(std::span<const std::uint32_t> line) {
    std::vector<bool> is_common(line.size());
    for (std::size_t i = 0; i < summary_.n_lines(); ++i) common_.mark(line, summary_.line(i), &is_common);
    return is_common;
  }

  const Tokens& summary_;
  std::uint32_t n_ids_;
  const Cancel& cancel_;
  LongestCommon common_;
};

/// `scores`: with each reference.
RougeScore join_scores(const std::vector<RougeScore>& scores, SeveralReferences references) {
  if (scores.empty()) return {};
  if (references == SeveralReferences::best) {
    return *std::max_element(scores.begin(), scores.end(), [](const RougeScore& left, const RougeScore& right) {
      return left.fmeasure < right.fmeasure;
    });
  }
  RougeScore sum;
  for (const RougeScore& score : scores) {
    sum.precision += score.precision;
    sum.recall += score.recall;
    sum.fmeasure += score.fmeasure;
  }
  const auto n = static_cast<double>(scores.size());
  return {sum.precision / n, sum.recall / n, sum.fmeasure / n};
}

}  // namespace

RougeType find_rouge_type(std::string_view name) {
  if (name == "rougeL") return {RougeType::Kind::lcs};
  if (name == "rougeLsum") return {RougeType::Kind::summary_lcs};
  if (name.size() == 6 && name.starts_with("rouge") && name[5] >= '1' && name[5] <= '9') {
    return {RougeType::Kind::n_grams, static_cast<unsigned>(name[5] - '0')};
  }
  throw InvalidOption("types", std::string(name), "rouge1 to rouge9, rougeL or rougeLsum");
}

std::vector<RougeScore> rouge(std::string_view summary, std::span<const std::string_view> references,
                              const RougeOptions& options, Workspace* workspace, const Cancel& cancel) {
  TokenReader reader(options.tokens, options.use_stemmer, workspace);
  const Tokens summary_tokens = reader.read(summary, cancel);
  std::vector<Tokens> reference_tokens;
  reference_tokens.reserve(references.size());
  for (const std::string_view reference : references) reference_tokens.push_back(reader.read(reference, cancel));
  Scorer scorer(summary_tokens, reader.n_ids(), cancel);
  std::vector<RougeScore> joined;
  for (const RougeType type : options.types) {
    std::vector<RougeScore> scores;
    scores.reserve(reference_tokens.size());
    for (const Tokens& reference : reference_tokens) scores.push_back(scorer.score(reference, type));
    joined.push_back(join_scores(scores, options.references));
  }
  return joined;
}

std::vector<RougeScore> rouge_batch(std::span<const RougeTask> tasks, const RougeOptions& options, unsigned threads,
                                    const std::function<void(std::size_t done)>& wait) {
  const std::size_t n_types = options.types.size();
  std::vector<RougeScore> scores(tasks.size() * n_types);
  // Each thread needs one, except for the tokens that do not use it.
  std::vector<Workspace> workspaces(options.tokens == RougeTokens::words ? threads_for(tasks.size(), threads) : 0);
  for_each_cancellable(
      tasks.size(), threads,
      [&](unsigned worker, std::size_t i, const Cancel& cancel) {
        Workspace* const workspace = workspaces.empty() ? nullptr : &workspaces[worker];
        const std::vector<RougeScore> row = rouge(tasks[i].summary, tasks[i].references, options, workspace, cancel);
        std::copy(row.begin(), row.end(), scores.begin() + static_cast<std::ptrdiff_t>(i * n_types));
      },
      wait);
  return scores;
}

}  // namespace tersely
