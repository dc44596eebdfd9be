/// One method of choosing sentences, as a row of the registry.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "tersely/methods.h"

namespace tersely {

class Objective;
struct Problem;

/// Whose similarity to a sentence is a vote for it.
enum class Voters : std::uint8_t {
  none,
  later,  // sentences after it
  all,
};

/// Each is a constant in a file of its own.
struct Method {
  MethodInfo info;
  Voters voters;
  bool gains_only_fall;  // no pick raises the gain of another row: then the greedy choice may be lazy
  /// The objective before any pick, which may borrow the problem. Throws LimitExceeded.
  std::unique_ptr<Objective> (*make_objective)(const Problem& problem);
};

std::span<const Method* const> registry();

/// Case, '-' and '_' do not matter. Throws InvalidOption.
const Method& find_method(std::string_view name);

}  // namespace tersely
