#include "linear/pagerank.h"

#include <cmath>

namespace tersely {
namespace {

constexpr int max_rounds = 200;
constexpr double tolerance = 1e-10;

/// Divides each node's weight by its degree, and returns the weight of the nodes without neighbours.
double spread(const Eigen::VectorXd& weight, const Eigen::VectorXd& degree, Eigen::VectorXd* per_link) {
  double isolated = 0;
  for (Eigen::Index i = 0; i < weight.size(); ++i) {
    (*per_link)[i] = degree[i] > 0 ? weight[i] / degree[i] : 0;
    if (!(degree[i] > 0)) isolated += weight[i];
  }
  return isolated;
}

double distance(const Eigen::VectorXd& a, const Eigen::VectorXd& b) {
  double sum = 0;
  for (Eigen::Index i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

}  // namespace

Eigen::VectorXd pagerank(const Eigen::VectorXd& degree,
                         const std::function<Eigen::VectorXd(const Eigen::VectorXd&)>& multiply, double damping,
                         const Eigen::VectorXd& teleport, const Cancel& cancel) {
  const Eigen::Index n = degree.size();
  const auto count = static_cast<double>(n);
  Eigen::VectorXd weight = Eigen::VectorXd::Constant(n, 1 / count);
  Eigen::VectorXd per_link(n);
  for (int round = 0; round < max_rounds; ++round) {
    cancel.check();
    const double isolated = spread(weight, degree, &per_link);
    Eigen::VectorXd next = multiply(per_link);
    for (Eigen::Index i = 0; i < n; ++i) {
      next[i] = (1 - damping) / count * teleport[i] + damping * (next[i] + isolated / count * teleport[i]);
    }
    const double change = distance(next, weight);
    weight.swap(next);
    if (change < tolerance) break;
  }
  return weight;
}

}  // namespace tersely
