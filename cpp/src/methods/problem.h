/// Everything that a choice is made from.
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

/// A document, options, and all that is derived from both before the first pick. Immutable; borrows the first three.
/// A method's make_objective() may read what stands above `start`.
struct Problem {
  /// Throws InvalidOption (title, constraints), and what the method throws. Costs what the method does.
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
  const std::vector<bool> usable;  // one per row: may it be chosen?

  const std::unique_ptr<Objective> start;  // before any pick: to be cloned
  const std::vector<double> scores;        // one per row
  const std::vector<std::uint32_t> ranks;  // one per row
  const PrintOrder print_order;
};

}  // namespace tersely
