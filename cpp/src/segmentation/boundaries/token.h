#pragma once

#include <cstdint>
#include <string_view>

#include "segmentation/boundaries/decision.h"
#include "text/folded_word.h"

namespace tersely {

/// What the token before a full stop is. The first five are those of AbbreviationClass.
enum class TokenClass : std::uint8_t {
  word,
  title,
  numeric,
  may_end,
  ends,
  initial,    // a single letter
  vowelless,  // looks like an abbreviation that no table has: "Cmdr", "Blvd"
};

/// `token` ends at `end` of the paragraph; `folded` is its folding.
TokenClass classify(const Window& paragraph, std::size_t end, std::string_view token, std::string_view folded,
                    const DocumentContext& document);

/// Digits with dots or hyphens between them: "3", "1.2.3", "12-13".
bool is_number(std::string_view token);
/// One to five of the letters I, V, X.
bool is_roman_numeral(std::string_view token);
/// Two capitals or more and nothing else.
bool is_capital_word(std::string_view word);
/// One letter with its marks.
bool is_single_letter(std::string_view token);

}  // namespace tersely
