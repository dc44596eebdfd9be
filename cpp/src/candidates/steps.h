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
  inside,  // of a step: its title, or a sentence, or a line
  says,    // begins a step and is no title: says something with a stop or without
};

/// What each unit is of the steps, or nothing if the text does not instruct. Steps are three or more paragraphs
/// that are numbered from 1 on ("2. Mix it", "Step 2: Mix it"), what lies between two of them, and what follows the
/// last one to the next heading if they have titles. A text instructs if its steps have 5 to 80 words each on average
/// and hold four in ten of its words, code aside. `n_words`: one per unit. O(units).
std::vector<StepPart> find_steps(std::string_view text, std::span<const Unit> units,
                                 std::span<const std::uint32_t> n_words);

}  // namespace tersely
