#include "tersely/keyphrases.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "keyphrases/phrase_counts.h"
#include "keyphrases/phrase_tokens.h"
#include "methods/concept_weights.h"
#include "tersely/error.h"

namespace tersely {
namespace {

constexpr double single_word = 0.35;
constexpr double capitals = 2;
constexpr double place_scale = 100;  // words

void check(const KeyphraseOptions& options) {
  if (options.n == 0) throw InvalidOption("n", "0", "a whole number of 1 or more");
  if (options.max_words == 0 || options.max_words > most_phrase_words) {
    throw InvalidOption("max_words", std::to_string(options.max_words),
                        "a whole number from 1 to " + std::to_string(most_phrase_words));
  }
}

/// n^1.25, by operations that are exact to the last bit everywhere.
double emphasise(double n) { return n * std::sqrt(std::sqrt(n)); }

/// Scores phrases. Borrows all arguments.
class PhraseScorer {
 public:
  PhraseScorer(const PhraseTokens& tokens, const ConceptWeights& weights) : tokens_(tokens), weights_(weights) {}

  /// 0 for a phrase that is never independent.
  double score(const Phrase& phrase) const {
    const double n = phrase.count;
    const double freedom = (1 - phrase.most_left / n) * (1 - phrase.most_right / n);
    const double share = phrase.inside > 0 ? phrase.capitalised / static_cast<double>(phrase.inside) : 0;
    const double place = tokens_.tokens[phrase.first_token].place;
    return emphasise(n) * std::sqrt(mean_weight(phrase)) * std::sqrt(freedom) * (1 + capitals * share) *
           (phrase.n_tokens == 1 ? single_word : 1) / (1 + place / place_scale);
  }

 private:
  double weight(const PhraseKey& key) const {
    return key.term == Terms::no_term ? singleton_weight : weights_.weights[key.term];
  }

  double mean_weight(const Phrase& phrase) const {
    double sum = 0;
    double n = 0;
    for (std::uint32_t i = 0; i < phrase.n_tokens; ++i) {
      for (const PhraseKey& key : tokens_.keys_of(tokens_.tokens[phrase.first_token + i])) {
        if (key.is_stop) continue;
        sum += weight(key);
        ++n;
      }
    }
    return sum / n;
  }

  const PhraseTokens& tokens_;
  const ConceptWeights& weights_;
};

struct Scored {
  double score;
  std::uint32_t first_token;
  std::uint32_t n_tokens;
  std::uint32_t phrase;
};

/// The order of a heap, whose top is the best. Total, because no two phrases have the same first occurrence.
bool is_worse(const Scored& a, const Scored& b) {
  if (a.score != b.score) return a.score < b.score;
  if (a.first_token != b.first_token) return a.first_token > b.first_token;
  return a.n_tokens > b.n_tokens;
}

std::vector<Scored> score_all(const PhraseCounts& counts, const PhraseScorer& scorer, const Cancel& cancel) {
  std::vector<Scored> scored;
  for (std::uint32_t id = 0; id < counts.phrases.size(); ++id) {
    cancel.check_at(id);
    const Phrase& phrase = counts.phrases[id];
    if (phrase.count == 0) continue;
    const double score = scorer.score(phrase);
    if (score > 0) scored.push_back({score, phrase.first_token, phrase.n_tokens, id});
  }
  return scored;
}

/// The phrases that are contiguous parts of those chosen so far. Borrows all arguments.
class ChosenParts {
 public:
  ChosenParts(const PhraseTokens& tokens, const PhraseCounts& counts)
      : tokens_(tokens), counts_(counts), is_part_(counts.phrases.size()) {}

  bool has(std::uint32_t phrase) const { return is_part_[phrase] != 0; }

  void add(const Scored& chosen) {
    std::vector<std::uint32_t> keys;
    for (std::uint32_t i = 0; i < chosen.n_tokens; ++i) {
      for (const PhraseKey& key : tokens_.keys_of(tokens_.tokens[chosen.first_token + i])) keys.push_back(key.id);
    }
    for (std::size_t begin = 0; begin < keys.size(); ++begin) {
      std::uint32_t node = PhraseCounts::root;
      for (std::size_t i = begin; i < keys.size(); ++i) {
        node = counts_.nodes.find(node, keys[i]);
        if (node == PairIds::not_found) break;
        is_part_[node] = 1;
      }
    }
  }

 private:
  const PhraseTokens& tokens_;
  const PhraseCounts& counts_;
  std::vector<std::uint8_t> is_part_;
};

std::vector<Scored> choose(std::vector<Scored> scored, std::uint64_t n, ChosenParts parts, const Cancel& cancel) {
  std::vector<Scored> chosen;
  std::make_heap(scored.begin(), scored.end(), is_worse);
  for (std::uint64_t step = 0; !scored.empty() && chosen.size() < n; ++step) {
    cancel.check_at(step);
    std::pop_heap(scored.begin(), scored.end(), is_worse);
    if (!parts.has(scored.back().phrase)) {
      chosen.push_back(scored.back());
      parts.add(scored.back());
    }
    scored.pop_back();
  }
  return chosen;
}

/// The most frequent spelling among the spans of a phrase, of equally frequent ones the first.
Span most_frequent(std::string_view text, const std::vector<Span>& spans) {
  std::unordered_map<std::string_view, std::size_t> counts;
  for (const Span& span : spans) ++counts[span.of(text)];
  return *std::max_element(spans.begin(), spans.end(), [&](const Span& a, const Span& b) {
    return counts.find(a.of(text))->second < counts.find(b.of(text))->second;
  });
}

std::vector<Keyphrase> collect(std::string_view text, const PhraseTokens& tokens, const PhraseCounts& counts,
                               const std::vector<Scored>& chosen) {
  std::vector<Keyphrase> keyphrases(chosen.size());
  std::vector<std::uint32_t> place(counts.phrases.size(), UINT32_MAX);
  for (std::uint32_t i = 0; i < chosen.size(); ++i) {
    place[chosen[i].phrase] = i;
    keyphrases[i].score = chosen[i].score / chosen[0].score;
    keyphrases[i].spans.reserve(counts.phrases[chosen[i].phrase].count);
  }
  for (const auto& [phrase, first_token, n_tokens] : counts.occurrences) {
    if (place[phrase] == UINT32_MAX) continue;
    const Span& last = tokens.tokens[first_token + n_tokens - 1].span;
    keyphrases[place[phrase]].spans.push_back({tokens.tokens[first_token].span.begin, last.end});
  }
  for (Keyphrase& keyphrase : keyphrases) keyphrase.form = most_frequent(text, keyphrase.spans);
  return keyphrases;
}

}  // namespace

std::vector<Keyphrase> keyphrases(const Document& document, const Options& options, const Cancel& cancel) {
  check(options.keyphrases);
  cancel.check();
  const AnalysedText& parts = document.parts();
  const PhraseTokens tokens = read_phrase_tokens(parts, cancel);
  if (tokens.tokens.empty()) return {};
  const auto max_words = static_cast<std::uint32_t>(options.keyphrases.max_words);
  const PhraseCounts counts = count_phrases(tokens, max_words, cancel);
  const ConceptWeights weights = weigh_concepts(parts, parts.votes(cancel), {}, {}, Position::automatic);
  std::vector<Scored> scored = score_all(counts, PhraseScorer(tokens, weights), cancel);
  const std::vector<Scored> chosen =
      choose(std::move(scored), options.keyphrases.n, ChosenParts(tokens, counts), cancel);
  return collect(document.text(), tokens, counts, chosen);
}

}  // namespace tersely
