#include "keyphrases/phrase_counts.h"

#include <algorithm>
#include <utility>

#include "analysis/pair_ids.h"
#include "tersely/error.h"

namespace tersely {
namespace {

class PhraseCounter {
 public:
  /// Borrows `tokens` and `cancel`.
  PhraseCounter(const PhraseTokens& tokens, std::uint32_t max_words, const Cancel& cancel)
      : tokens_(tokens), max_words_(max_words), cancel_(cancel) {
    counts_.nodes.restart(tokens.tokens.size());
    neighbours_.restart(tokens.tokens.size());
    counts_.occurrences.reserve(tokens.tokens.size());
  }

  /// The tokens [begin, end) are a run.
  void add_run(std::uint32_t begin, std::uint32_t end) {
    singles_.clear();
    for (std::uint32_t i = begin; i < end; ++i) singles_.push_back(extend(PhraseCounts::root, i));
    for (std::uint32_t i = begin; i < end; ++i) {
      cancel_.check_at(i);
      if (tokens_.tokens[i].is_number) continue;
      std::uint32_t node = singles_[i - begin];
      if (tokens_.tokens[i].stands_alone) add(node, begin, i, i + 1);
      const std::uint32_t last = std::min(end, i + max_words_);
      for (std::uint32_t j = i + 1; j < last; ++j) {
        node = extend(node, j);
        add(node, begin, i, j + 1);
      }
    }
  }

  PhraseCounts finish() { return std::move(counts_); }

 private:
  static constexpr std::uint32_t most_nodes = UINT32_MAX / 2;

  std::uint32_t extend(std::uint32_t node, std::uint32_t token) {
    for (const PhraseKey& key : tokens_.keys_of(tokens_.tokens[token])) node = counts_.nodes.intern(node, key.id, 0).id;
    if (counts_.nodes.size() >= most_nodes) throw LimitExceeded("the text has more than 2^31 different phrases");
    while (counts_.phrases.size() < counts_.nodes.size()) counts_.phrases.emplace_back();
    return node;
  }

  /// Counts the tokens [first, behind) of the run that begins at `begin` and has a node for each token in singles_.
  void add(std::uint32_t node, std::uint32_t begin, std::uint32_t first, std::uint32_t behind) {
    Phrase& phrase = counts_.phrases[node];
    if (phrase.count > 0 && phrase.end_token > first) return;
    if (phrase.count++ == 0) {
      phrase.first_token = first;
      phrase.n_tokens = behind - first;
    }
    phrase.end_token = behind;
    if (tokens_.tokens[first].is_inside) {
      ++phrase.inside;
      phrase.capitalised += are_capitalised(first, behind);
    }
    if (first > begin) count_neighbour(node, 2 * singles_[first - 1 - begin], &phrase.most_left);
    if (behind - begin < singles_.size()) count_neighbour(node, 2 * singles_[behind - begin] + 1, &phrase.most_right);
    counts_.occurrences.push_back({node, first, behind - first});
  }

  bool are_capitalised(std::uint32_t first, std::uint32_t behind) const {
    return std::all_of(tokens_.tokens.begin() + first, tokens_.tokens.begin() + behind,
                       [](const PhraseToken& token) { return token.is_capitalised; });
  }

  /// `neighbour`: twice the node of the token beside the phrase; one more if it is on the right.
  void count_neighbour(std::uint32_t node, std::uint32_t neighbour, std::uint32_t* most) {
    const std::uint32_t id = neighbours_.intern(node, neighbour, 0).id;
    if (id == neighbour_counts_.size()) neighbour_counts_.push_back(0);
    *most = std::max(*most, ++neighbour_counts_[id]);
  }

  const PhraseTokens& tokens_;
  const std::uint32_t max_words_;
  const Cancel& cancel_;
  PairIds neighbours_;
  std::vector<std::uint32_t> neighbour_counts_;
  std::vector<std::uint32_t> singles_;  // the node of each token of the run
  PhraseCounts counts_;
};

}  // namespace

PhraseCounts count_phrases(const PhraseTokens& tokens, std::uint32_t max_words, const Cancel& cancel) {
  PhraseCounter counter(tokens, max_words, cancel);
  const auto n = static_cast<std::uint32_t>(tokens.tokens.size());
  for (std::uint32_t begin = 0; begin < n;) {
    std::uint32_t end = begin + 1;
    while (end < n && !tokens.tokens[end].begins_run) ++end;
    counter.add_run(begin, end);
    begin = end;
  }
  return counter.finish();
}

}  // namespace tersely
