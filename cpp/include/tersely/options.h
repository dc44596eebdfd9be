/// All options of a summary, and the one table from which validation, messages, signatures, command-line flags and
/// documentation are generated.
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

/// The maximum size of a summary. If several are given, all apply; if none is given, 3 sentences.
struct Budget {
  std::optional<std::uint64_t> sentences;
  std::optional<std::uint64_t> words;   // as the analysis counts them (Document::words())
  std::optional<std::uint64_t> chars;   // code points of the printed summary
  std::optional<std::uint64_t> tokens;  // as Options::count_tokens counts them
  std::optional<double> ratio;          // share of the words of all units, in (0, 1]

  bool any() const { return sentences || words || chars || tokens || ratio; }
};
inline constexpr std::uint64_t default_sentences = 3;

/// Returns the number of tokens of a printed text. Called in the calling thread; may throw.
using CountTokens = std::function<std::size_t(std::string_view)>;

enum class Stem : std::uint8_t { prefix, none };
enum class Position : std::uint8_t { automatic, start, section, none };
enum class Order : std::uint8_t { document, score };
enum class LsaSelection : std::uint8_t { length, topics };

/// The options that affect a Document.
struct AnalysisOptions {
  std::string language = "auto";
  SegmenterOptions segmenter;
  std::optional<std::vector<std::string>> stop_words;  // replaces the language's list
  Stem stem = Stem::prefix;
  std::optional<std::uint64_t> max_bytes;
};

/// How much is done against sentences whose first words refer to a sentence that is not in the summary. The words are
/// those of the sections [pronouns] and [connectives] of cpp/data; without them in the language, nothing is done.
enum class Coherence : std::uint8_t {
  none,
  light,  // a gain counts half if the sentence begins with a connective and the one before it is not picked
  full,  // the same, and .8 if it begins with a pronoun; if picked, the sentences before it are picked first, as far as
         // they need each other: at most three in all, and only if they fit
};

/// Options of method "cover".
struct CoverOptions {
  Coherence coherence = Coherence::none;
  Position position = Position::automatic;  // also affects the coverage that is reported, for every method
};

/// Options of the methods that rank by PageRank: textrank, textrank-overlap, lexrank.
struct GraphOptions {
  double damping = 0.85;
  std::uint64_t max_sentences = 20'000;
  std::uint64_t max_links = 50'000'000;  // pairs of similar sentences: 12 bytes each, so 600 MB. Not in option_table()
};

/// Options of method "lexrank".
struct LexRankOptions {
  std::optional<double> threshold = 0.1;
};

/// Options of method "edmundson": words of the text that count for a sentence, against it, or nothing even in a
/// heading.
struct EdmundsonOptions {
  std::vector<std::string> bonus_words;
  std::vector<std::string> stigma_words;
  std::vector<std::string> null_words;
};

/// Options of method "lsa".
struct LsaOptions {
  LsaSelection selection = LsaSelection::length;
};

enum class Unmatched : std::uint8_t { summary, empty };

/// What the summary should answer.
struct QueryOptions {
  std::optional<std::string> text;               // none, or blank: no query
  Unmatched unmatched = Unmatched::summary;      // if nothing matches: the summary without a query, or an empty one
  std::optional<std::vector<double>> relevance;  // one per unit, finite, >= 0; replaces what `text` gives
};

/// Options of method "random".
struct RandomOptions {
  std::uint64_t seed = 0;
};

/// Options of keyphrases(), which uses no others except those of the analysis and `timeout`.
struct KeyphraseOptions {
  std::uint64_t n = 10;         // the maximum number of keyphrases; at least 1
  std::uint64_t max_words = 4;  // the maximum number of words of each; from 1 to most_phrase_words
};
inline constexpr std::uint64_t most_phrase_words = 10;

/// A dense matrix, row after row without gaps, of float or double. It refers to memory that something else owns.
struct DenseRows {
  std::size_t n_rows = 0;
  std::size_t n_columns = 0;
  std::variant<const float*, const double*> values = static_cast<const double*>(nullptr);
};

struct Options {
  AnalysisOptions analysis;
  std::string method = "cover";
  CoverOptions cover;
  GraphOptions graph;
  LexRankOptions lexrank;
  EdmundsonOptions edmundson;
  QueryOptions query;
  LsaOptions lsa;
  RandomOptions random;
  KeyphraseOptions keyphrases;
  double redundancy = 0;  // for the methods that give each sentence a score
  /// One vector per candidate of the document (Document::candidates()), of finite numbers. They are read where they
  /// lie. The cosine of two sentences is then that of their vectors wherever a method compares sentences:
  ///
  /// - votes: the product of two TF-IDF rows, which is their cosine times the pivoted lengths of both, becomes the
  ///   cosine of the vectors times the same lengths. Votes below 1 count as 1, and all are 1 if the mean degree is not
  ///   positive.
  /// - textrank and lexrank: negative cosines are no links. lexrank without a threshold is textrank.
  /// - centroid: a sentence whose cosine with the sum of all unit vectors is negative scores 0.
  /// - redundancy: the largest cosine with a picked sentence is at least 0.
  ///
  /// A vector of zeros is similar to nothing. What the concepts are, and which a sentence covers, depends on words
  /// alone.
  std::optional<DenseRows> vectors;
  Budget budget;
  CountTokens count_tokens;
  std::optional<std::string> title;  // nullopt: a leading heading is the title
  Order order = Order::document;
  bool cut = false;               // the last pick may be cut after a word to fill a budget of length
  std::optional<double> timeout;  // seconds
};

/// A dynamically typed value, from a keyword argument or a command line. monostate means "not given" (None), except for
/// `threshold`, where it is a value.
using OptionValue = std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<std::string>,
                                 std::vector<double>, DenseRows>;

/// The type of an option: determines how its values are written on a command line and in a typed signature.
enum class OptionType : std::uint8_t { count, number, text, choice, flag, words, numbers, matrix, callable };

struct OptionInfo {
  std::string_view name;
  OptionType type;
  std::string_view default_value;  // in the notation of Python
  std::string_view allowed;        // completes "must be ..."
  bool analysis;                   // affects the Document
  bool summary;
  std::string_view help;     // one sentence
  std::string_view aliases;  // its names in other libraries, separated by spaces
  void (*set)(const OptionInfo& info, const OptionValue& value, Options* options);
};

std::span<const OptionInfo> option_table();
/// The options of keyphrases(). They are not in option_table(), because no summary takes them.
std::span<const OptionInfo> keyphrase_option_table();
/// The options of a summary that belong to one document. They are not in option_table(), because many texts cannot
/// share them.
std::span<const OptionInfo> document_option_table();
/// The names of the methods that use the option; empty if all do. See MethodInfo::options.
std::vector<std::string_view> methods_with(const OptionInfo& option);
/// An option of any table; nullptr if there is none.
const OptionInfo* find_option(std::string_view name);

/// Sets one option. Throws InvalidOption. Numbers may be given as text ("3", "20%" for ratio), counts as doubles with
/// an integral value.
void set_option(const OptionInfo& info, const OptionValue& value, Options* options);

/// Throws InvalidOption if an option was given that the method does not use, or `tokens` without `count_tokens`.
void check_options(const Options& options, std::span<const std::pair<std::string, OptionValue>> given);
/// Throws InvalidOption if there is a budget of tokens, but no function that counts them. Each summary checks this.
void check_tokens(const Options& options);

/// A value as messages show it: "3", "0.5", "\"lead\"".
std::string show(const OptionValue& value);

}  // namespace tersely
