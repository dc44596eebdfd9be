/// Every option of a summary, and the one table that validation, messages, signatures, command-line flags and
/// documentation are made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "tersely/segmenter.h"

namespace tersely {

/// Ceilings; several hold together. With none, the default of 3 sentences holds.
struct Budget {
  std::optional<std::uint64_t> sentences;
  std::optional<std::uint64_t> words;   // words of the analyzer
  std::optional<std::uint64_t> chars;   // code points of the printed summary
  std::optional<std::uint64_t> tokens;  // as CountTokens says
  std::optional<double> ratio;          // of the words of all units, in (0, 1]

  bool any() const { return sentences || words || chars || tokens || ratio; }
};
inline constexpr std::uint64_t default_sentences = 3;

/// The number of tokens of a printed text. Called in the calling thread; may throw.
using CountTokens = std::function<std::size_t(std::string_view)>;

enum class Stem : std::uint8_t { prefix, none };
enum class Position : std::uint8_t { automatic, start, section, none };
enum class Order : std::uint8_t { document, score };

/// What shapes a Document.
struct AnalysisOptions {
  std::string language = "auto";
  SegmenterOptions segmenter;
  std::optional<std::vector<std::string>> stop_words;  // replaces the language's list
  Stem stem = Stem::prefix;
  std::optional<std::uint64_t> max_bytes;
};

/// Of method "cover".
struct CoverOptions {
  Position position = Position::automatic;  // shapes what coverage is measured by, too, whatever the method
};

/// Of the methods that rank by PageRank: textrank, textrank-overlap, lexrank.
struct GraphOptions {
  double damping = 0.85;
  std::uint64_t max_sentences = 20'000;
  std::uint64_t max_links = 50'000'000;  // pairs of similar sentences: 12 bytes each, so 600 MB. Not in option_table()
};

/// Of method "lexrank".
struct LexRankOptions {
  std::optional<double> threshold = 0.1;
};

/// Of method "random".
struct RandomOptions {
  std::uint64_t seed = 0;
};

struct Options {
  AnalysisOptions analysis;
  std::string method = "cover";
  CoverOptions cover;
  GraphOptions graph;
  LexRankOptions lexrank;
  RandomOptions random;
  double redundancy = 0;  // of the methods that give each sentence a score
  Budget budget;
  CountTokens count_tokens;
  std::optional<std::string> title;  // none: a leading heading
  Order order = Order::document;
  bool cut = false;
  std::optional<double> timeout;  // seconds
};

/// A value as it comes from a caller who has no static types: a keyword argument or a command line. monostate is "not
/// given" (None), but for `threshold`, where it is a value.
using OptionValue = std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<std::string>>;

/// How a value is written on a command line and in a typed signature.
enum class OptionType : std::uint8_t { count, number, text, choice, flag, words, callable };

struct OptionInfo {
  std::string_view name;
  OptionType type;
  std::string_view default_value;  // as Python would show it
  std::string_view allowed;        // completes "must be ..."
  bool analysis;                   // shapes the Document; the others shape the summary
  bool summary;
  std::string_view help;     // one sentence
  std::string_view aliases;  // what users of other libraries call it, separated by a space
  void (*set)(const OptionInfo& info, const OptionValue& value, Options* options);
};

std::span<const OptionInfo> option_table();
/// Names of the methods that use it; empty: all do. See MethodInfo::options.
std::vector<std::string_view> methods_with(const OptionInfo& option);
const OptionInfo* find_option(std::string_view name);

/// Sets one option. Throws InvalidOption. Numbers may come as text ("3", "20%" for ratio), counts as integral doubles.
void set_option(const OptionInfo& info, const OptionValue& value, Options* options);

/// Throws InvalidOption where an option was given that the method does not use, or tokens without count_tokens.
void check_options(const Options& options, std::span<const std::pair<std::string, OptionValue>> given);

/// "3", "0.5", "\"lead\"": a value as messages show it.
std::string show(const OptionValue& value);

}  // namespace tersely
