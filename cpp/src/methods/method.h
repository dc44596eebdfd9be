/// A method of choosing sentences, as a row of the registry.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "tersely/methods.h"

namespace tersely {

class Objective;
struct Problem;

/// The sentences whose similarity to a sentence is a vote for it.
enum class Voters : std::uint8_t {
  none,
  later,  // sentences after it in its source, and those of other sources
  all,
};

/// Each method is a constant in its own file.
struct Method {
  MethodInfo info;
  Voters voters;
  bool gains_only_fall;     // no pick raises a gain, but that of Objective::raised_by(): the selection may be lazy
  bool heeds_seen = false;  // does it choose by the weights of concepts?
  /// The objective before any pick; it may borrow the problem. Throws LimitExceeded.
  std::unique_ptr<Objective> (*make_objective)(const Problem& problem);
};

std::span<const Method* const> registry();

/// Finds a method by name; case, '-' and '_' do not matter. Throws InvalidOption.
const Method& find_method(std::string_view name);

}  // namespace tersely
