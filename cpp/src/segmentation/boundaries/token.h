#pragma once

#include <cstdint>
#include <string_view>

#include "segmentation/boundaries/decision.h"
#include "text/folded_word.h"

namespace tersely {

/// The class of the token before a full stop. The first five values are those of AbbreviationClass.
enum class TokenClass : std::uint8_t {
  word,
  title,
  numeric,
  may_end,
  ends,
  initial,    // a single letter
  vowelless,  // in no table, but looks like an abbreviation: "Cmdr", "Blvd"
};

/// `token` ends at offset `end` of the paragraph; `folded` is its folded form.
TokenClass classify(const Window& paragraph, std::size_t end, std::string_view token, std::string_view folded,
                    const DocumentContext& document);

/// Digits, possibly with dots or hyphens between them: "3", "1.2.3", "12-13".
bool is_number(std::string_view token);
/// One to five of the letters I, V, X.
bool is_roman_numeral(std::string_view token);
/// Two or more capitals and nothing else.
bool is_capital_word(std::string_view word);
/// One letter, with any marks on it.
bool is_single_letter(std::string_view token);

}  // namespace tersely
