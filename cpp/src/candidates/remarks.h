/// What letters, court opinions, minutes and meetings say beside their matter, and the sentences with what was decided.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "languages/phrase_table.h"
#include "tersely/language.h"
#include "tersely/reasons.h"
#include "tersely/segmenter.h"

namespace tersely {

/// Is a text a transcript, and of how many turns?
enum class Speech : std::uint8_t { none, conversation, meeting };

/// The kinds of a text. Its short lines show the first two.
struct Genre {
  bool letter = false;  // a line is a salutation or a closing: "Dear Ann,", "Best regards"
  bool record = false;  // two lines are those of a court opinion or of minutes: "Appellant,", "Apologies: ..."
  Speech speech = Speech::none;
};

/// The sentences of a text in the terms of its genre. Borrows all arguments.
class Remarks {
 public:
  /// `n_words`: one per unit. O(bytes) of short lines.
  Remarks(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
          const Language& language, Speech speech);

  const Genre& genre() const { return genre_; }

  /// The candidates without matter, as ascending indices of units: citations; in letters and transcripts, courtesies
  /// ("I hope you are well."); in records, formulas ("It is so ordered.") and dates. O(bytes) of short sentences.
  std::vector<std::size_t> find_empty(std::span<const Reason> reasons) const;

  /// In a record or conversation, lowers the factors of the candidates that do not say what was decided or what
  /// somebody will do, if others do. A meeting is too long for that: it has such sentences everywhere. O(bytes) of
  /// these.
  void weigh_outcomes(std::span<const Reason> reasons, std::vector<double>* factors) const;

 private:
  std::string_view said(std::size_t unit) const;
  std::string_view without_fillers(std::string_view sentence) const;
  bool begins_paragraph(std::size_t unit) const;
  void find_genre();
  bool is_salutation(std::size_t unit, WordTable::Bits section) const;
  bool is_courtesy(std::size_t unit) const;
  bool is_formula(std::size_t unit) const;

  std::string_view text_;
  std::span<const Unit> units_;
  std::span<const std::uint32_t> n_words_;
  Language language_;
  const PhraseTable& phrases_;
  Genre genre_;
};

}  // namespace tersely
