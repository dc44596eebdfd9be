/// The numbered steps of instructions: recipes, guides, how-to pages.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tersely/segmenter.h"

namespace tersely {

enum class StepPart : std::uint8_t {
  outside,
  inside,  // in a step: its title, or a sentence, or a line
  says,    // begins a step and is not a title: a statement, with or without a stop
};

/// The role of each unit in the steps; empty if the text does not give instructions. Steps are three or more paragraphs
/// numbered from 1 ("2. Mix it", "Step 2: Mix it"), with the units between them. If the steps have titles, the units
/// after the last step up to the next heading belong to it too. A text gives instructions if its steps have 5 to 80
/// words each on average and hold four in ten of its words, not counting code. `n_words`: one per unit. O(units).
std::vector<StepPart> find_steps(std::string_view text, std::span<const Unit> units,
                                 std::span<const std::uint32_t> n_words);

}  // namespace tersely
