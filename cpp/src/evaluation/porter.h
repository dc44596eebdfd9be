/// Porter's stemmer for English (Porter 1980), with the extensions of NLTK, which the package rouge-score uses.
#pragma once

#include <string>

namespace tersely {

/// Replaces a word by its stem. `word`: lower-case ASCII letters and digits; digits count as consonants. O(letters).
void porter_stem(std::string* word);

}  // namespace tersely
