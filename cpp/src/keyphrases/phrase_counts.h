/// Phrases: the parts of runs of tokens, and how often they occur.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/pair_ids.h"
#include "keyphrases/phrase_tokens.h"
#include "tersely/cancel.h"

namespace tersely {

struct Phrase {
  std::uint32_t count = 0;        // of its occurrences that do not overlap
  std::uint32_t most_left = 0;    // the number of those after its most frequent neighbour
  std::uint32_t most_right = 0;   // the same before one
  std::uint32_t first_token = 0;  // of its first occurrence
  std::uint32_t end_token = 0;    // behind its last occurrence
  std::uint32_t inside = 0;       // the number of those that do not begin a unit
  std::uint32_t capitalised = 0;  // and of those among them in which each token has a capital
  std::uint32_t n_tokens = 0;     // of its first occurrence
};

struct Occurrence {
  std::uint32_t phrase;
  std::uint32_t first_token;
  std::uint32_t n_tokens;
};

/// Phrases are the nodes of a trie of keys. Nodes without occurrences only lead to phrases.
struct PhraseCounts {
  static constexpr std::uint32_t root = UINT32_MAX;

  PairIds nodes;  // (node, key) -> node
  std::vector<Phrase> phrases;
  std::vector<Occurrence> occurrences;  // ascending by first token, then by length
};

/// Counts all phrases of at most `max_words` tokens. O(words * max_words). Throws LimitExceeded for more than 2^31
/// phrases.
PhraseCounts count_phrases(const PhraseTokens& tokens, std::uint32_t max_words, const Cancel& cancel);

}  // namespace tersely
