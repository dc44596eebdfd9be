#pragma once

#include <Eigen/Core>
#include <functional>

#include "tersely/cancel.h"

namespace tersely {

/// PageRank (Page et al. 1999) on an undirected weighted graph without loops. `degree`: the weight of each node's
/// links, exactly 0 for a node without any, which spreads its weight over all. `multiply(v)`: the weight matrix times
/// v. `teleport`: where the walk goes on from when it does not follow a link, as weights with a mean of 1. It stops
/// when a round changes the result by less than 1e-10 in all, or after 200.
Eigen::VectorXd pagerank(const Eigen::VectorXd& degree,
                         const std::function<Eigen::VectorXd(const Eigen::VectorXd&)>& multiply, double damping,
                         const Eigen::VectorXd& teleport, const Cancel& cancel);

}  // namespace tersely
