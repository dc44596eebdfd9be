/// The input of a selection.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analysis/analysed_text.h"
#include "methods/concept_weights.h"
#include "methods/method.h"
#include "selection/constraints.h"
#include "selection/objective.h"
#include "selection/print_order.h"
#include "tersely/cancel.h"
#include "tersely/options.h"
#include "tersely/workspace.h"

namespace tersely {

/// A document, the options, and all that is computed from them before the first pick. Immutable; borrows its first
/// three members. A method's make_objective() may read the members above `start`.
struct Problem {
  /// Throws InvalidOption (title, constraints), and what the method throws. The cost is that of the method.
  Problem(const AnalysedText& document, const Options& options, const Constraints& constraints, Workspace* workspace,
          const Cancel& cancel);
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;

  const AnalysedText& document;
  const Options& options;
  const Cancel& cancel;
  const Method& method;
  const Constraints constraints;  // checked
  const TermPrior prior;
  const ConceptWeights concepts;
  const std::vector<bool> usable;  // one per row: true if it may be chosen

  const std::unique_ptr<Objective> start;  // before any pick; clone it to use it
  const std::vector<double> scores;        // one per row
  const std::vector<std::uint32_t> ranks;  // one per row
  const PrintOrder print_order;
};

}  // namespace tersely
