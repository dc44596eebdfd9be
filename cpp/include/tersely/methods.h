/// The methods by name: what there is to choose from.
#pragma once

#include <span>
#include <string_view>

#include "tersely/ranker.h"

namespace tersely {

struct Method {
  std::string_view name;
  std::string_view description;
  std::string_view paper;  // "" where there is none
  Ranker rank;             // nullptr for cover, which chooses by coverage and not by a score
  bool redundancy;         // may be chosen by maximal marginal relevance
};

std::span<const Method> method_table();

/// Case, '-' and '_' do not matter. Throws InvalidOption.
const Method& find_method(std::string_view name);

}  // namespace tersely
