#include "selection/budget.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tersely/summary.h"

namespace tersely {
namespace {

constexpr double full = 0.9;  // share of a length budget at which a summary is full
constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

std::uint64_t sentence_limit(const Budget& budget) {
  if (budget.sentences) return *budget.sentences;
  return budget.any() ? no_limit : default_sentences;
}

std::uint64_t word_limit(const Budget& budget, std::uint64_t n_words) {
  std::uint64_t limit = budget.words.value_or(no_limit);
  if (budget.ratio) {
    const double share = std::ceil(*budget.ratio * static_cast<double>(n_words));
    limit = std::min(limit, static_cast<std::uint64_t>(std::max(1.0, share)));
  }
  return limit;
}

bool nearly_full(std::uint64_t used, std::uint64_t limit) {
  return limit != no_limit && static_cast<double>(used) >= full * static_cast<double>(limit);
}

}  // namespace

bool counts_sentences(const Budget& budget) { return budget.sentences || !budget.any(); }

Options without_limit(Options options, const AnalysedText& document) {
  options.budget = {};
  options.budget.sentences = document.n_units();
  return options;
}

BudgetMeter::BudgetMeter(const AnalysedText& document, const Renderer& renderer, const Options& options,
                         const PrintOrder& print_order, std::span<const std::uint32_t> included)
    : document_(document),
      renderer_(renderer),
      options_(options),
      print_order_(&print_order),
      max_sentences_(sentence_limit(options.budget)),
      max_words_(word_limit(options.budget, document.n_words())),
      max_chars_(options.budget.chars.value_or(no_limit)),
      max_tokens_(options.budget.tokens.value_or(no_limit)) {
  if (max_chars_ != no_limit) {
    chars_.reserve(document.n_units());
    for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) {
      chars_.push_back(count_units(renderer.unit(unit), OffsetUnit::code_point));
    }
  }
  if (max_tokens_ != no_limit) {
    tokens_.assign(document.n_units(), 0);
    const auto count = [&](std::uint32_t unit) { tokens_[unit] = options.count_tokens(renderer.unit(unit)); };
    for (const std::uint32_t unit : document.candidates()) count(unit);
    for (const std::uint32_t unit : included) {
      if (document.reason(unit) != Reason::candidate) count(unit);
    }
  }
}

BudgetMeter BudgetMeter::with(const PrintOrder& print_order) const {
  BudgetMeter meter = *this;
  meter.print_order_ = &print_order;
  return meter;
}

bool BudgetMeter::fits(std::uint32_t unit) const {
  if (sentences_used_ + 1 > max_sentences_) return false;
  return fits_whole(unit) || (options_.cut && document_.n_words(unit) > 0 && fits_first_word(unit));
}

bool BudgetMeter::fits_whole(std::uint32_t unit) const {
  return words_used_ + document_.n_words(unit) <= max_words_ &&
         (max_tokens_ == no_limit || tokens_used_ + tokens_[unit] <= max_tokens_) &&
         (max_chars_ == no_limit || chars_with(unit, chars_[unit]) <= max_chars_);
}

bool BudgetMeter::fits_first_word(std::uint32_t unit) const {
  if (words_used_ + 1 > max_words_) return false;
  if (max_tokens_ == no_limit && max_chars_ == no_limit) return true;
  const std::string word = print_cut(document_.beginning(unit, 1).of(document_.text()));
  return (max_chars_ == no_limit || chars_with(unit, count_units(word, OffsetUnit::code_point)) <= max_chars_) &&
         (max_tokens_ == no_limit || tokens_used_ + options_.count_tokens(word) <= max_tokens_);
}

void BudgetMeter::add(std::uint32_t unit) {
  ++sentences_used_;
  words_used_ += document_.n_words(unit);
  if (max_tokens_ != no_limit) tokens_used_ += tokens_[unit];
  if (max_chars_ != no_limit) {
    chars_used_ = chars_with(unit, chars_[unit]);
    printed_.emplace(print_order_->place(unit), unit);
  }
}

void BudgetMeter::remove(std::uint32_t unit) {
  --sentences_used_;
  words_used_ -= document_.n_words(unit);
  if (max_tokens_ != no_limit) tokens_used_ -= tokens_[unit];
  if (max_chars_ != no_limit) {
    printed_.erase({print_order_->place(unit), unit});
    chars_used_ -= chars_with(unit, chars_[unit]) - chars_used_;
  }
}

bool BudgetMeter::holds_lengths_with(std::span<const std::uint32_t> units) {
  std::size_t n_added = 0;
  while (n_added < units.size() && fits_whole(units[n_added])) add(units[n_added++]);
  const bool all = n_added == units.size();
  while (n_added > 0) remove(units[--n_added]);
  return all;
}

bool BudgetMeter::filled() const {
  return sentences_used_ >= max_sentences_ || nearly_full(words_used_, max_words_) ||
         nearly_full(chars_used_, max_chars_) || nearly_full(tokens_used_, max_tokens_);
}

bool BudgetMeter::exceeded() const {
  return sentences_used_ > max_sentences_ || words_used_ > max_words_ || chars_used_ > max_chars_ ||
         tokens_used_ > max_tokens_;
}

bool BudgetMeter::fits_all(std::vector<std::uint32_t> units) const {
  if (units.size() > max_sentences_) return false;
  std::uint64_t words = 0;
  std::uint64_t tokens = 0;
  for (const std::uint32_t unit : units) {
    words += document_.n_words(unit);
    if (max_tokens_ != no_limit) tokens += tokens_[unit];
  }
  if (words > max_words_ || tokens > max_tokens_) return false;
  if (max_chars_ == no_limit) return true;
  print_order_->sort(&units);
  return count_units(renderer_.join(units), OffsetUnit::code_point) <= max_chars_;
}

bool BudgetMeter::fits_whole_text() const {
  std::uint64_t n_units = 0;
  for (std::uint32_t unit = 0; unit < document_.n_units(); ++unit) n_units += document_.reason(unit) != Reason::blank;
  if (n_units > max_sentences_ || document_.n_words() > max_words_) return false;
  if (max_chars_ != no_limit && count_units(renderer_.whole(), OffsetUnit::code_point) > max_chars_) return false;
  return max_tokens_ == no_limit ||
         (fits_all({document_.candidates().begin(), document_.candidates().end()}) && fits_tokens(renderer_.whole()));
}

bool BudgetMeter::counts_tokens() const { return max_tokens_ != no_limit; }

bool BudgetMeter::fits_tokens(const std::string& printed) const {
  return max_tokens_ == no_limit || options_.count_tokens(printed) <= max_tokens_;
}

bool BudgetMeter::fits_printed(std::uint64_t n_words, const std::function<std::string()>& print) const {
  if (n_words > max_words_) return false;
  if (max_tokens_ == no_limit && max_chars_ == no_limit) return true;
  const std::string printed = print();
  return count_units(printed, OffsetUnit::code_point) <= max_chars_ && fits_tokens(printed);
}

/// The printed length with one more unit. The separator at its place is replaced by one on each side of it.
std::uint64_t BudgetMeter::chars_with(std::uint32_t unit, std::uint64_t chars_of_unit) const {
  const auto after = printed_.upper_bound({print_order_->place(unit), unit});
  const auto separator = [&](std::uint32_t a, std::uint32_t b) { return renderer_.separator(a, b).size(); };
  std::uint64_t chars = chars_used_ + chars_of_unit;
  if (after != printed_.end()) chars += separator(unit, after->second);
  if (after != printed_.begin()) {
    const std::uint32_t before = std::prev(after)->second;
    chars += separator(before, unit);
    if (after != printed_.end()) chars -= separator(before, after->second);
  }
  return chars;
}

}  // namespace tersely
