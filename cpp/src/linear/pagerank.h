#pragma once

#include <Eigen/Core>
#include <functional>

#include "tersely/cancel.h"

namespace tersely {

/// PageRank on an undirected weighted graph. `degree`: the weight of each node's links, exactly 0 for a node without
/// any. `multiply(v)`: the weight matrix times v. See ranker.h for the rules.
Eigen::VectorXd pagerank(const Eigen::VectorXd& degree,
                         const std::function<Eigen::VectorXd(const Eigen::VectorXd&)>& multiply, double damping,
                         const Cancel& cancel);

}  // namespace tersely
