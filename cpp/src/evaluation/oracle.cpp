#include <algorithm>
#include <map>
#include <string>

#include "analysis/workspace_or_own.h"
#include "evaluation/token_reader.h"
#include "support/parallel.h"
#include "tersely/evaluate.h"

namespace tersely {
namespace {

using Gram = std::uint64_t;  // a word, or a pair of words

std::vector<Gram> grams_of(std::span<const std::uint32_t> ids, bool pairs) {
  if (!pairs) return {ids.begin(), ids.end()};
  std::vector<Gram> grams;
  for (std::size_t i = 0; i + 1 < ids.size(); ++i) grams.push_back(Gram{ids[i]} << 32 | ids[i + 1]);
  return grams;
}

/// The words, or the pairs of words, that units share with one reference.
class SharedGrams {
 public:
  SharedGrams(std::span<const std::uint32_t> reference, bool pairs) : pairs_(pairs) {
    for (const Gram gram : grams_of(reference, pairs)) {
      const auto [place, is_new] = slots_.emplace(gram, static_cast<std::uint32_t>(missing_.size()));
      if (is_new) missing_.push_back(0);
      ++missing_[place->second];
      ++n_reference_;
    }
    begins_.push_back(0);
  }

  void add_unit(std::span<const std::uint32_t> ids) {
    const std::vector<Gram> grams = grams_of(ids, pairs_);
    for (const Gram gram : grams) {
      const auto found = slots_.find(gram);
      if (found != slots_.end()) shared_.push_back(found->second);
    }
    begins_.push_back(shared_.size());
    sizes_.push_back(grams.size());
  }

  /// The F-measure of the picked units together with `unit`.
  double fmeasure_with(std::uint32_t unit) {
    const std::uint64_t n_new = take(unit);
    give_back(unit);
    const std::uint64_t n_both = n_picked_ + sizes_[unit] + n_reference_;
    return n_both == 0 ? 0 : 2 * static_cast<double>(n_common_ + n_new) / static_cast<double>(n_both);
  }

  void pick(std::uint32_t unit) {
    n_common_ += take(unit);
    n_picked_ += sizes_[unit];
  }

  std::size_t n_shared(std::uint32_t unit) const { return begins_[unit + 1] - begins_[unit]; }

 private:
  std::span<const std::uint32_t> shared(std::uint32_t unit) const {
    return std::span(shared_).subspan(begins_[unit], n_shared(unit));
  }

  /// Takes the unit's grams from those that are missing; returns how many of them were. The count may go below 0.
  std::uint64_t take(std::uint32_t unit) {
    std::uint64_t n = 0;
    for (const std::uint32_t slot : shared(unit)) {
      if (missing_[slot]-- > 0) ++n;
    }
    return n;
  }

  void give_back(std::uint32_t unit) {
    for (const std::uint32_t slot : shared(unit)) ++missing_[slot];
  }

  bool pairs_;
  std::map<Gram, std::uint32_t> slots_;
  std::vector<std::int64_t> missing_;  // by slot: how often the picks still lack it
  std::vector<std::uint32_t> shared_;  // the slots of each unit, with repetitions
  std::vector<std::size_t> begins_;    // of each unit in shared_, and the end
  std::vector<std::uint64_t> sizes_;   // grams of each unit
  std::uint64_t n_reference_ = 0;
  std::uint64_t n_picked_ = 0;
  std::uint64_t n_common_ = 0;
};

/// The sum of the F-measures of ROUGE-1 and ROUGE-2 of the picks.
class PickedScore {
 public:
  PickedScore(std::span<const Tokens> references, SeveralReferences several) : several_(several) {
    for (const Tokens& reference : references) {
      words_.emplace_back(reference.ids, false);
      pairs_.emplace_back(reference.ids, true);
    }
  }

  void add_unit(const Tokens& unit) {
    for (auto* grams : {&words_, &pairs_}) {
      for (SharedGrams& shared : *grams) shared.add_unit(unit.ids);
    }
  }

  double with(std::uint32_t unit, WorkMeter* meter) {
    double best = 0;
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const double score = words_[i].fmeasure_with(unit) + pairs_[i].fmeasure_with(unit);
      best = std::max(best, score);
      sum += score;
      meter->add(words_[i].n_shared(unit) + 1);
    }
    return several_ == SeveralReferences::best ? best : sum / static_cast<double>(words_.size());
  }

  void pick(std::uint32_t unit) {
    for (auto* grams : {&words_, &pairs_}) {
      for (SharedGrams& shared : *grams) shared.pick(unit);
    }
  }

 private:
  SeveralReferences several_;
  std::vector<SharedGrams> words_;  // by reference
  std::vector<SharedGrams> pairs_;
};

/// Picks units while the score rises.
class Oracle {
 public:
  Oracle(const Document& document, const OracleBudget& budget, PickedScore* score, const Cancel& cancel)
      : document_(document), score_(*score), meter_(cancel), is_picked_(document.n_units()) {
    sentences_left_ = budget.sentences.value_or(UINT64_MAX);
    words_left_ = budget.words.value_or(UINT64_MAX);
  }

  std::vector<Pick> run() {
    std::vector<Pick> picks;
    for (double before = 0; sentences_left_ > 0;) {
      const Pick best = find_best(before);
      if (best.gain <= 0) break;
      picks.push_back(best);
      before = best.weight;
      take(best.unit);
    }
    return picks;
  }

 private:
  Pick find_best(double before) {
    Pick best{.weight = before};
    for (std::uint32_t unit = 0; unit < document_.n_units(); ++unit) {
      if (is_picked_[unit] || n_words(unit) > words_left_) continue;
      const double score = score_.with(unit, &meter_);
      if (score > best.weight) best = {.unit = unit, .gain = score - before, .weight = score};
    }
    return best;
  }

  void take(std::uint32_t unit) {
    score_.pick(unit);
    is_picked_[unit] = true;
    words_left_ -= n_words(unit);
    --sentences_left_;
  }

  std::uint64_t n_words(std::uint32_t unit) const { return document_.words(unit).size(); }

  const Document& document_;
  PickedScore& score_;
  WorkMeter meter_;
  std::vector<bool> is_picked_;
  std::uint64_t sentences_left_;
  std::uint64_t words_left_;
};

Summary make_summary(const Document& document, std::vector<Pick> picks) {
  Summary summary;
  summary.scores.resize(document.n_units());
  for (const Pick& pick : picks) {
    summary.sentences.push_back({.unit = pick.unit, .span = document.unit(pick.unit).span});
    summary.n_words += document.words(pick.unit).size();
  }
  std::sort(summary.sentences.begin(), summary.sentences.end(),
            [](const Chosen& left, const Chosen& right) { return left.unit < right.unit; });
  summary.status = picks.empty() ? Status::empty : Status::ok;
  summary.picks = std::move(picks);
  return summary;
}

}  // namespace

Summary oracle(const Document& document, std::span<const std::string_view> references, const OracleBudget& budget,
               const RougeOptions& options, Workspace* workspace, const Cancel& cancel) {
  TokenReader reader(options.tokens, options.use_stemmer, workspace);
  std::vector<Tokens> reference_tokens;
  for (const std::string_view reference : references) reference_tokens.push_back(reader.read(reference, cancel));
  PickedScore score(reference_tokens, options.references);
  if (references.empty()) return make_summary(document, {});
  for (const Unit& unit : document.units()) score.add_unit(reader.read(unit.span.of(document.text()), cancel));
  return make_summary(document, Oracle(document, budget, &score, cancel).run());
}

std::vector<std::string> oracle_batch(std::span<const OracleTask> tasks, const RougeOptions& options, unsigned threads,
                                      const std::function<void(std::size_t done)>& wait) {
  std::vector<std::string> printed(tasks.size());
  std::vector<Workspace> workspaces(threads_for(tasks.size(), threads));
  for_each_cancellable(
      tasks.size(), threads,
      [&](unsigned worker, std::size_t i, const Cancel& cancel) {
        const OracleTask& task = tasks[i];
        Workspace* const workspace = &workspaces[worker];
        const Document document(task.text, {}, workspace, cancel);
        const Summary summary = oracle(document, task.references, task.budget, options, workspace, cancel);
        printed[i] = print(document, task.text, summary);
      },
      wait);
  return printed;
}

}  // namespace tersely
