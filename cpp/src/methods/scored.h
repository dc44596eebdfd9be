#pragma once

#include <Eigen/Core>
#include <memory>

#include "methods/problem.h"
#include "selection/objective.h"

namespace tersely {

/// The objective of a method that gives each row one score: maximal marginal relevance of its scores, each multiplied
/// by Relevance::factors if there is a query. `scores`: >= 0, one per row.
std::unique_ptr<Objective> make_scored(Eigen::VectorXd scores, const Problem& problem);

}  // namespace tersely
