#include <algorithm>
#include <string>
#include <vector>

#include "methods/scored.h"
#include "tersely/error.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr double heading_points = 2;  // one from the title method, one from the location method

/// The terms of the words of an option that occur in the text.
std::vector<std::uint32_t> terms_of(const std::vector<std::string>& words, std::string_view option,
                                    const AnalysedText& document, Workspace* workspace) {
  std::vector<std::uint32_t> terms;
  for (const std::string& word : words) {
    if (!is_valid_utf8(word)) throw InvalidOption(std::string(option), word, "UTF-8");
    const std::vector<std::uint32_t> found = document.terms_of(word, workspace);
    terms.insert(terms.end(), found.begin(), found.end());
  }
  return terms;
}

/// Per term: does the title or a heading have it?
std::vector<bool> find_heading_terms(const Problem& problem) {
  const AnalysedText& document = problem.document;
  std::vector<bool> found(document.n_terms());
  for (const TermPrior::Entry& entry : problem.prior.entries) found[entry.term] = true;
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) {
    if (document.reason(unit) != Reason::heading) continue;
    for (const Word& word : document.words(unit)) {
      if (const std::uint32_t term = document.term_of(word); term != Terms::no_term) found[term] = true;
    }
  }
  return found;
}

/// Per term: the points of each occurrence.
std::vector<double> points_of_terms(const Problem& problem) {
  const AnalysedText& document = problem.document;
  const EdmundsonOptions& lists = problem.options.edmundson;
  Workspace workspace;
  const auto read = [&](const std::vector<std::string>& words, std::string_view option) {
    return terms_of(words, option, document, &workspace);
  };
  std::vector<bool> in_heading = find_heading_terms(problem);
  for (const std::uint32_t term : read(lists.null_words, "null_words")) in_heading[term] = false;
  std::vector<double> points(document.n_terms());
  for (const std::uint32_t term : read(lists.bonus_words, "bonus_words")) points[term] = 1;
  for (const std::uint32_t term : read(lists.stigma_words, "stigma_words")) points[term] = -1;
  for (std::size_t term = 0; term < points.size(); ++term) points[term] += in_heading[term] ? heading_points : 0;
  return points;
}

/// One point in the first or last paragraph of its source, and one at the start or end of any paragraph.
double location_points(const AnalysedText& document, const Range& rows, std::uint32_t row) {
  const auto paragraph = [&](std::uint32_t other) { return document.unit(document.candidates()[other]).paragraph; };
  const std::uint32_t last = rows.end - 1;
  const bool is_outer = paragraph(row) == paragraph(rows.begin) || paragraph(row) == paragraph(last);
  const bool starts = row == rows.begin || paragraph(row - 1) != paragraph(row);
  const bool ends = row == last || paragraph(row + 1) != paragraph(row);
  return (is_outer ? 1 : 0) + (starts || ends ? 1 : 0);
}

/// The score of a sentence is the sum of its points: one for each bonus word, minus one for each stigma word (cue
/// method), one for each word of the title or a heading (title method), and for its location one for each such word,
/// one in the first or last paragraph, and one as the first or last of its paragraph. All weights are those of sumy. If
/// a score is negative, all are raised by the lowest, since scores cannot be. O(words).
///
/// The paper's fourth method, key words, is left out: the paper found the sum of the other three to be better, and sumy
/// gives key words the weight 0. The paper collects its cue words from abstracts of its own field; here they are
/// options, empty by default, where sumy demands them. Stop words are null words: they never count. A word in both
/// lists is a stigma word. For location, the paper has a fixed list of headings. As in sumy, these are the headings of
/// the text. In sumy, a paragraph that holds only a heading may be the first or last; here it is never one.
std::unique_ptr<Objective> make_edmundson(const Problem& problem) {
  const AnalysedText& document = problem.document;
  const Terms& terms = document.term_index();
  const std::vector<double> points = points_of_terms(problem);
  Eigen::VectorXd scores(document.n_rows());
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    scores[row] = location_points(document, document.source_of_row(row).rows, row);
    for (std::size_t i = 0; i < terms.terms(row).size(); ++i) {
      scores[row] += terms.counts(row)[i] * points[terms.terms(row)[i]];
    }
  }
  const double lowest = scores.size() == 0 ? 0 : std::min(0.0, scores.minCoeff());
  scores.array() -= lowest;
  return make_scored(scores, problem);
}

}  // namespace

extern constinit const Method edmundson{
    .info = {.name = "edmundson",
             .description =
                 "Words of the title and the headings, bonus and stigma words that you give, and whether the "
                 "sentence is first or last.",
             .paper = "Edmundson (1969), New Methods in Automatic Extracting",
             .options = "redundancy bonus_words stigma_words null_words query unmatched relevance",
             .cost = "O(words)"},
    .voters = Voters::none,
    .gains_only_fall = true,
    .make_objective = make_edmundson};

}  // namespace tersely
