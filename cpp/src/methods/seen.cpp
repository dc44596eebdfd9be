#include "methods/seen.h"

#include <string>
#include <vector>

#include "analysis/concept_finder.h"
#include "analysis/workspace_or_own.h"
#include "tersely/error.h"
#include "text/utf8.h"

namespace tersely {
namespace {

/// Adds the evidence that the rows of another document give to the concepts of the finder's document.
void add_evidence(const AnalysedText& other, const ConceptFinder& finder, Position position, Workspace* workspace,
                  const Cancel& cancel, std::vector<double>* sums) {
  const std::vector<double> evidence = weigh_rows(other, {}, position, cancel);
  for (std::uint32_t row = 0; row < other.n_rows(); ++row) {
    cancel.check_at(row);
    const Unit& unit = other.unit(other.candidates()[row]);
    const Span content{unit.content, unit.span.end};
    for (const std::uint32_t concept_id : finder.find(content.of(other.text()), workspace)) {
      (*sums)[concept_id] += evidence[row];
    }
  }
}

}  // namespace

void discount_seen(const AnalysedText& document, const Seen& seen, Position position, Workspace* workspace,
                   const Cancel& cancel, ConceptWeights* weights) {
  if (seen.documents.empty() && seen.sentences.empty()) return;
  WorkspaceOrOwn own(workspace);
  const ConceptFinder finder(document);
  std::vector<double> known(document.n_concepts(), 0);
  for (const Document* other : seen.documents) {
    add_evidence(other->parts(), finder, position, own.get(), cancel, &known);
  }
  const std::vector<double> fresh = sum_evidence(document, weigh_rows(document, {}, position, cancel));
  for (std::uint32_t c = 0; c < document.n_concepts(); ++c) {
    if (known[c] > 0) weights->weights[c] *= fresh[c] / (known[c] + fresh[c]);
  }
  for (const std::string& sentence : seen.sentences) {
    if (!is_valid_utf8(sentence)) throw InvalidOption("seen", sentence, "UTF-8");
    for (const std::uint32_t concept_id : finder.find(sentence, own.get())) weights->weights[concept_id] = 0;
  }
  weights->total = 0;
  for (const double weight : weights->weights) weights->total += weight;
}

}  // namespace tersely
