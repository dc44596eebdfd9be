/// Budgets of a summary, and how full they are.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysed_text.h"
#include "selection/print_order.h"
#include "selection/renderer.h"
#include "tersely/options.h"

namespace tersely {

/// Does a budget count sentences, whatever their length?
bool counts_sentences(const Budget& budget);

/// The same options with one budget that counts sentences and is never filled.
Options without_limit(Options options, const AnalysedText& document);

/// Counts the units of a summary against its budgets. Every budget is a strict limit.
class BudgetMeter {
 public:
  /// Borrows all arguments. The tokens of the candidates and of the included units are counted here, once each. No
  /// other unit may be added.
  BudgetMeter(const AnalysedText& document, const Renderer& renderer, const Options& options,
              const PrintOrder& print_order, std::span<const std::uint32_t> included = {});

  /// The same for a summary that is printed in another order, without counting again. Borrows the order.
  BudgetMeter with(const PrintOrder& print_order) const;

  /// May the unit be added? With Options::cut, it is enough that its first word fits; then the budget is exceeded once
  /// the unit is added, until it is cut.
  bool fits(std::uint32_t unit) const;
  void add(std::uint32_t unit);
  /// Do all these units, added in this order, keep the limits of length? Sentences are not counted.
  bool holds_lengths_with(std::span<const std::uint32_t> units);
  /// Has the number of sentences been reached, or nine tenths of a length?
  bool filled() const;
  bool exceeded() const;

  /// Would these units, or the whole text, fit into an empty summary?
  bool fits_all(std::vector<std::uint32_t> units) const;
  bool fits_whole_text() const;
  bool counts_tokens() const;
  /// Does this text fit the token budget? Calls count_tokens.
  bool fits_tokens(const std::string& printed) const;
  /// Would a summary of `n_words` words fit into every length? `print` is called if the printed text counts.
  bool fits_printed(std::uint64_t n_words, const std::function<std::string()>& print) const;

 private:
  bool fits_whole(std::uint32_t unit) const;
  void remove(std::uint32_t unit);
  bool fits_first_word(std::uint32_t unit) const;
  std::uint64_t chars_with(std::uint32_t unit, std::uint64_t chars_of_unit) const;

  const AnalysedText& document_;
  const Renderer& renderer_;
  const Options& options_;
  const PrintOrder* print_order_;
  std::uint64_t max_sentences_;
  std::uint64_t max_words_;
  std::uint64_t max_chars_;
  std::uint64_t max_tokens_;
  std::vector<std::uint64_t> tokens_;  // one per unit, if tokens are counted; 0 for units that cannot be added
  std::vector<std::uint64_t> chars_;   // one per unit, if characters are counted

  std::uint64_t sentences_used_ = 0;
  std::uint64_t words_used_ = 0;
  std::uint64_t chars_used_ = 0;
  std::uint64_t tokens_used_ = 0;
  std::set<std::pair<std::uint32_t, std::uint32_t>> printed_;  // (place, unit), if characters are counted
};

}  // namespace tersely
