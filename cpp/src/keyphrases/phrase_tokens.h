/// The tokens of which keyphrases are made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/analysed_text.h"
#include "tersely/cancel.h"
#include "tersely/text.h"

namespace tersely {

/// A word, or a few words joined by hyphens or "&": "state-of-the-art", "R&D". An elided article ("l'") is a token of
/// its own, and a final 's is no part of a token.
struct PhraseToken {
  Span span;                // bytes
  std::uint32_t first_key;  // in PhraseTokens::keys
  std::uint32_t n_keys;     // one per word
  std::uint32_t place;      // the number of words before it
  bool begins_run;          // it does not continue the phrase before it
  bool is_number;           // does not begin a phrase
  bool stands_alone;        // long enough for a phrase of one word
  bool is_capitalised;
  bool is_inside;  // not the first token of its unit
};

struct PhraseKey {
  std::uint32_t id;    // equal for words with equal keys
  std::uint32_t term;  // Terms::no_term: in no candidate
  bool is_stop;        // a stop word in a joined token
};

/// The tokens that may be part of a phrase, in order, with their keys.
struct PhraseTokens {
  std::vector<PhraseToken> tokens;
  std::vector<PhraseKey> keys;

  std::span<const PhraseKey> keys_of(const PhraseToken& token) const {
    return std::span(keys).subspan(token.first_key, token.n_keys);
  }
};

/// Leaves out code, repeated units and boilerplate. O(words).
PhraseTokens read_phrase_tokens(const AnalysedText& document, const Cancel& cancel);

}  // namespace tersely
