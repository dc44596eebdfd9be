/// The input of a selection.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "analysis/analysed_text.h"
#include "methods/concept_weights.h"
#include "methods/method.h"
#include "methods/relevance.h"
#include "methods/vectors.h"
#include "selection/constraints.h"
#include "selection/objective.h"
#include "selection/print_order.h"
#include "tersely/cancel.h"
#include "tersely/options.h"
#include "tersely/workspace.h"

namespace tersely {

/// What is known before the first pick.
struct Start {
  /// `objective`: before any pick.
  Start(const AnalysedText& document, Order order, std::unique_ptr<const Objective> objective,
        std::vector<double> scores);

  std::unique_ptr<const Objective> objective;  // clone it to use it
  std::vector<double> scores;                  // one per row
  PrintOrder print_order;
};

/// A document, the options, and all that is computed from them before the first pick. Immutable; borrows its first
/// three members. A method's make_objective() may read the members above `start`.
struct Problem {
  /// Throws InvalidOption (title, query, relevance, vectors, constraints), and what the method throws. The cost is that
  /// of the method.
  Problem(const AnalysedText& the_document, const Options& the_options, const Constraints& given, Workspace* workspace,
          const Cancel& the_cancel);
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;

  const AnalysedText& document;
  const Options& options;
  const Cancel& cancel;
  const Method& method;
  const std::optional<VectorRows> vectors;  // of length 1; none: TF-IDF rows serve
  const Constraints constraints;            // checked
  const std::vector<bool> allowed;          // one per row: true if the constraints allow it
  const Relevance relevance;
  const std::vector<bool> usable;  // one per row: true if it may be chosen; with a query, only relevant rows
  const TermPrior prior;
  const ConceptWeights concepts;

  const Start start;  // with Divisor::root

  /// The same with another divisor; none if it is Divisor::root, or if the objective has no other.
  std::optional<Start> start_with(Divisor divisor) const;
};

}  // namespace tersely
