/// Scores of sentences, by the methods of the literature.
///
/// Every ranker takes a document of n rows and gives n scores >= 0, higher is better; scale_scores() brings them to
/// [0, 1]. Graph methods are PageRank (Page et al. 1999) on a symmetric graph without loops; a row without neighbours
/// spreads its weight over all. They stop when a round changes the scores by less than 1e-10 in all, or after 200.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/document.h"
#include "tersely/options.h"

namespace tersely {

using Ranker = Eigen::VectorXd (*)(const Document& document, const RankingOptions& options, const Cancel& cancel);

/// Mihalcea & Tarau 2004 with the cosine of tfidf() rows as the weight of a link. Matrix-free: O(nnz) a round.
Eigen::VectorXd rank_textrank(const Document& document, const RankingOptions& options, const Cancel& cancel);

/// Mihalcea & Tarau 2004: |common terms| / (ln |S_i| + ln |S_j|), |S| being the words that are no stop words. A link's
/// weight is 0 where the denominator is not positive. O(links) time and memory; throws LimitExceeded above
/// max_sentences, and above max_links.
Eigen::VectorXd rank_textrank_overlap(const Document& document, const RankingOptions& options, const Cancel& cancel);

/// Erkan & Radev 2004 with the idf-modified cosine, idf = ln(n / df). With a threshold, sentences whose cosine exceeds
/// it are linked alike: O(links), and LimitExceeded above max_sentences or max_links. Without, matrix-free, O(nnz) a
/// round.
Eigen::VectorXd rank_lexrank(const Document& document, const RankingOptions& options, const Cancel& cancel);

/// Radev et al. 2004: the cosine of a row with the sum of all rows. O(nnz).
Eigen::VectorXd rank_centroid(const Document& document, const RankingOptions& options, const Cancel& cancel);

/// (n - i) / n. O(n).
Eigen::VectorXd rank_lead(const Document& document, const RankingOptions& options, const Cancel& cancel);

/// A permutation by Fisher-Yates from SplitMix64(seed); the same on every machine. O(n).
Eigen::VectorXd rank_random(const Document& document, const RankingOptions& options, const Cancel& cancel);

/// Scores over their maximum (0 where that is 0), rounded to 1e-9, so that the last bits of an iteration decide
/// nothing.
std::vector<double> scale_scores(const Eigen::VectorXd& scores);

}  // namespace tersely
