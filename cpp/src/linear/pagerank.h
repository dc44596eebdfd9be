#pragma once

#include <Eigen/Core>
#include <functional>

#include "tersely/cancel.h"

namespace tersely {

/// PageRank (Page et al. 1999) on an undirected weighted graph without loops. `degree`: the weight of each node's
/// links, exactly 0 for a node without links, which spreads its weight over all nodes. `multiply(v)`: returns the
/// weight matrix times v. `teleport`: the weights, with a mean of 1, by which the walk continues when it does not
/// follow a link. Stops when a round changes the result by less than 1e-10 in total, or after 200 rounds.
Eigen::VectorXd pagerank(const Eigen::VectorXd& degree,
                         const std::function<Eigen::VectorXd(const Eigen::VectorXd&)>& multiply, double damping,
                         const Eigen::VectorXd& teleport, const Cancel& cancel);

}  // namespace tersely
