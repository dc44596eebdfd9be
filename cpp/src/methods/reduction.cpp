#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

#include "linear/logarithm.h"
#include "methods/scored.h"

namespace tersely {
namespace {

/// The sentences of one length in a list of all lengths: the class is the place in that list.
struct LengthClasses {
  std::vector<double> logarithms;       // of each length, ascending
  std::vector<std::uint32_t> of_row;    // the class of each row
  std::vector<std::uint32_t> by_class;  // all rows, ascending by class
};

LengthClasses classify_lengths(const Terms& terms, std::uint32_t n_rows) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> rows_of_length;
  for (std::uint32_t row = 0; row < n_rows; ++row) {
    const auto counts = terms.counts(row);
    rows_of_length[std::accumulate(counts.begin(), counts.end(), 0u)].push_back(row);
  }
  LengthClasses classes;
  classes.of_row.resize(n_rows);
  for (const auto& [length, rows] : rows_of_length) {
    for (const std::uint32_t row : rows) {
      classes.of_row[row] = static_cast<std::uint32_t>(classes.logarithms.size());
      classes.by_class.push_back(row);
    }
    classes.logarithms.push_back(length > 0 ? ln(length) : 0);
  }
  return classes;
}

/// How often each term occurs in the sentences of each length.
class TermsByLength {
 public:
  struct Entry {
    std::uint32_t length_class;
    std::uint64_t count;
  };

  TermsByLength(const Terms& terms, const LengthClasses& classes) : offsets_(terms.n_terms + 1) {
    for (const std::uint32_t term : terms.term_ids) ++offsets_[term + 1];
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    ends_.assign(offsets_.begin(), offsets_.end() - 1);
    entries_.resize(terms.term_ids.size());
    for (const std::uint32_t row : classes.by_class) {
      const auto ids = terms.terms(row);
      for (std::size_t i = 0; i < ids.size(); ++i) add(ids[i], classes.of_row[row], terms.counts(row)[i]);
    }
  }

  /// Ascending by class.
  std::span<const Entry> of_term(std::uint32_t term) const {
    return std::span(entries_).subspan(offsets_[term], ends_[term] - offsets_[term]);
  }

 private:
  /// Classes come in ascending order.
  void add(std::uint32_t term, std::uint32_t length_class, std::uint32_t count) {
    std::uint32_t& end = ends_[term];
    if (end == offsets_[term] || entries_[end - 1].length_class != length_class) entries_[end++] = {length_class, 0};
    entries_[end - 1].count += count;
  }

  std::vector<std::uint32_t> offsets_;  // of each term, where its entries begin
  std::vector<std::uint32_t> ends_;     // and where they end
  std::vector<Entry> entries_;
};

/// The score of each sentence: the sum of its similarities to all others. The similarity of two sentences is the number
/// of pairs of equal words, one word from each, over ln |S_i| + ln |S_j|, where |S| is the number of words that are not
/// stop words; 0 if both have one word. All of this is as in sumy. (textrank-overlap counts each common term once.)
///
/// All sentences of one length have the same divisor, so their common words are counted together. This takes O(nnz *
/// lengths), where `lengths` is the number of different lengths of sentences, and no pair of sentences is looked at.
Eigen::VectorXd sum_similarities(const Problem& problem) {
  const Terms& terms = problem.document.term_index();
  const std::uint32_t n_rows = problem.document.n_rows();
  const LengthClasses classes = classify_lengths(terms, n_rows);
  const TermsByLength by_length(terms, classes);
  std::vector<std::uint64_t> common(classes.logarithms.size());  // pairs of equal words, per class
  Eigen::VectorXd scores(n_rows);
  WorkMeter meter(problem.cancel);
  for (std::uint32_t row = 0; row < n_rows; ++row) {
    const std::uint32_t own = classes.of_row[row];
    std::fill(common.begin(), common.end(), 0);
    for (std::size_t i = 0; i < terms.terms(row).size(); ++i) {
      const std::uint64_t count = terms.counts(row)[i];
      const auto entries = by_length.of_term(terms.terms(row)[i]);
      for (const auto& entry : entries) common[entry.length_class] += count * entry.count;
      common[own] -= count * count;
      meter.add(entries.size());
    }
    meter.add(common.size());
    double score = 0;
    for (std::size_t other = 0; other < common.size(); ++other) {
      const double divisor = classes.logarithms[own] + classes.logarithms[other];
      if (divisor > 0) score += static_cast<double>(common[other]) / divisor;
    }
    scores[row] = score;
  }
  return scores;
}

std::unique_ptr<Objective> make_reduction(const Problem& problem) {
  return make_scored(sum_similarities(problem), problem);
}

}  // namespace

extern constinit const Method reduction{
    .info = {.name = "reduction",
             .description = "The sum of the similarities to all other sentences: shared words over the logarithms of "
                            "the lengths.",
             .paper = "Mihalcea & Tarau (2004) for the similarity; Fabish, github.com/adamfabish/Reduction",
             .options = "redundancy query unmatched relevance vectors",
             .cost = "O(nnz * different lengths of sentences)"},
    .voters = Voters::all,
    .gains_only_fall = true,
    .make_objective = make_reduction};

}  // namespace tersely
