#include "analysis/concept_finder.h"

#include <cstddef>

#include "support/sort_unique.h"

namespace tersely {

ConceptFinder::ConceptFinder(const AnalysedText& document) : document_(document) {
  const Words& words = document.word_index();
  pairs_.restart(document.n_concepts());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {  // ids are by first occurrence in the rows
    const auto in_row = document.words(document.candidates()[row]);
    for (std::size_t w = 1; w < in_row.size(); ++w) {
      if (!Words::is_pair(words.form(in_row[w - 1]), words.form(in_row[w]))) continue;
      pairs_.intern(words.key(in_row[w - 1]), words.key(in_row[w]), row);
    }
  }
}

std::vector<std::uint32_t> ConceptFinder::find(std::string_view sentence, Workspace* workspace) const {
  const std::vector<Words::Other> words = document_.read(sentence, workspace);
  std::vector<std::uint32_t> concepts;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::uint32_t term = document_.term_of(words[w]);
    if (term != Terms::no_term) concepts.push_back(term);
    if (w == 0 || (words[w - 1].stop && words[w].stop)) continue;
    if (words[w - 1].key_id == Words::no_key || words[w].key_id == Words::no_key) continue;
    const std::uint32_t pair = pairs_.find(words[w - 1].key_id, words[w].key_id);
    if (pair != PairIds::not_found) concepts.push_back(document_.n_terms() + pair);
  }
  sort_unique(&concepts);
  return concepts;
}

}  // namespace tersely
