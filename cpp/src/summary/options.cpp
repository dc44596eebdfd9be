#include "tersely/options.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <locale>
#include <sstream>
#include <utility>

#include "methods/method.h"
#include "support/number.h"
#include "tersely/error.h"
#include "tersely/language.h"
#include "text/white_space.h"

namespace tersely {
namespace {

[[noreturn]] void refuse(const OptionInfo& info, const OptionValue& value) {
  throw InvalidOption(std::string(info.name), show(value), std::string(info.allowed));
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\n\r");
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\n\r") - begin + 1);
}

/// Parses all of `text` as a number in the C locale; NaN if it is not one.
double parse_number(const std::string& text) {
  const std::string digits = trimmed(text);
  if (digits.empty() || digits.find_first_not_of("0123456789+-.eE") != std::string::npos) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  std::istringstream in(digits);
  in.imbue(std::locale::classic());
  double number = 0;
  in >> number;
  return in && in.peek() == std::istringstream::traits_type::eof() ? number : std::numeric_limits<double>::quiet_NaN();
}

/// NaN if the value is not a number; a bool is not a number.
double as_number(const OptionValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return parse_number(*text);
  return std::numeric_limits<double>::quiet_NaN();
}

std::uint64_t as_count(const OptionInfo& info, const OptionValue& value, std::int64_t least) {
  if (const auto* integer = std::get_if<std::int64_t>(&value); integer != nullptr && *integer >= least) {
    return static_cast<std::uint64_t>(*integer);
  }
  const double number = as_number(value);
  if (!(number >= static_cast<double>(least)) || number != std::floor(number) || std::isinf(number))
    refuse(info, value);
  return number < 9e18 ? static_cast<std::uint64_t>(number) : std::uint64_t{9'000'000'000'000'000'000};
}

double as_number_in(const OptionInfo& info, const OptionValue& value, double low, double high) {
  const double number = as_number(value);
  if (!(number >= low && number <= high)) refuse(info, value);
  return number;
}

const std::string& as_text(const OptionInfo& info, const OptionValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) refuse(info, value);
  return *text;
}

bool as_flag(const OptionInfo& info, const OptionValue& value) {
  const auto* flag = std::get_if<bool>(&value);
  if (flag == nullptr) refuse(info, value);
  return *flag;
}

const std::vector<std::string>& as_words(const OptionInfo& info, const OptionValue& value) {
  const auto* words = std::get_if<std::vector<std::string>>(&value);
  if (words == nullptr) refuse(info, value);
  return *words;
}

template <class Enum, std::size_t n>
Enum as_choice(const OptionInfo& info, const OptionValue& value,
               const std::array<std::pair<std::string_view, Enum>, n>& choices) {
  std::string text = as_text(info, value);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const auto& [name, choice] : choices) {
    if (text == name) return choice;
  }
  refuse(info, value);
}

void set_ratio(const OptionInfo& info, const OptionValue& value, Options* options) {
  double ratio = as_number(value);
  if (const auto* text = std::get_if<std::string>(&value)) {
    const std::string percent = trimmed(*text);
    if (!percent.empty() && percent.back() == '%') ratio = parse_number(percent.substr(0, percent.size() - 1)) / 100;
  }
  if (!(ratio > 0 && ratio <= 1)) refuse(info, value);
  options->budget.ratio = ratio;
}

void set_sentences(const OptionInfo& info, const OptionValue& value, Options* options) {
  const double number = as_number(value);
  if (number > 0 && number < 1) {
    throw InvalidOption("sentences", show(value),
                        "a whole number of 1 or more; did you mean ratio=" + show(number) + "?");
  }
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr && !text->empty() && text->back() == '%') {
    throw InvalidOption("sentences", show(value),
                        "a whole number of 1 or more; did you mean ratio=" + shorten_value(show(value)) + "?");
  }
  options->budget.sentences = as_count(info, value, 1);
}

void set_language(const OptionInfo&, const OptionValue& value, Options* options) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) throw InvalidOption("language", show(value), "\"auto\", a BCP-47 tag or an English name");
  if (*text != "auto") (void)Language::find(*text);
  options->analysis.language = *text;
}

void set_method(const OptionInfo& info, const OptionValue& value, Options* options) {
  options->method = find_method(as_text(info, value)).info.name;
}

void set_relevance(const OptionInfo& info, const OptionValue& value, Options* options) {
  const auto* numbers = std::get_if<std::vector<double>>(&value);
  if (numbers == nullptr) refuse(info, value);
  for (const double number : *numbers) {
    if (!(number >= 0 && std::isfinite(number)))
      throw InvalidOption("relevance", show(number), std::string(info.allowed));
  }
  options->query.relevance = *numbers;
}

constexpr OptionInfo table[] = {
    {"sentences", OptionType::count, "3", "a whole number of 1 or more", false, true,
     "Maximum number of sentences; 3 if no budget is given.",
     "num_sentences n_sentences sentences_count sentence_count limit n k top_n topn max_sentences_count",
     set_sentences},
    {"words", OptionType::count, "None", "a whole number of 1 or more", false, true, "Maximum number of words.",
     "word_count n_words num_words max_words",
     [](const OptionInfo& info, const OptionValue& value, Options* o) { o->budget.words = as_count(info, value, 1); }},
    {"chars", OptionType::count, "None", "a whole number of 1 or more", false, true,
     "Maximum number of characters (code points) of the printed summary.", "max_length max_chars characters length",
     [](const OptionInfo& info, const OptionValue& value, Options* o) { o->budget.chars = as_count(info, value, 1); }},
    {"tokens", OptionType::count, "None", "a whole number of 1 or more", false, true,
     "Maximum number of tokens, as count_tokens counts them.", "max_tokens n_tokens token_budget max_new_tokens",
     [](const OptionInfo& info, const OptionValue& value, Options* o) { o->budget.tokens = as_count(info, value, 1); }},
    {"ratio", OptionType::number, "None", "more than 0 and at most 1, or a percentage such as \"20%\"", false, true,
     "Maximum share of the text's words.", "fraction percent compression", set_ratio},
    {"count_tokens", OptionType::callable, "None", "a function from a str to its number of tokens", false, true,
     "Counts the tokens of a text; needed with tokens.", "tokenizer token_counter", nullptr},
    {"method", OptionType::choice, "'cover'", "a method", false, true, "How sentences are scored and chosen.",
     "algorithm summarizer ranker", set_method},
    {"language", OptionType::text, "'auto'", "\"auto\", a BCP-47 tag or an English name", true, false,
     "Language of the text: \"auto\", a BCP-47 tag or an English name.", "lang locale", set_language},
    {"title", OptionType::text, "None", "a text", false, true,
     "Title of the text: its words weigh more and it is never chosen; by default a leading heading, \"\" for none.",
     "headline", [](const OptionInfo& info, const OptionValue& value, Options* o) { o->title = as_text(info, value); }},
    {"query", OptionType::text, "None", "a text", false, true,
     "What the summary should answer; sentences that have nothing to do with it are left out.", "question prompt",
     [](const OptionInfo& info, const OptionValue& value, Options* o) { o->query.text = as_text(info, value); }},
    {"unmatched", OptionType::choice, "'summary'", "\"summary\" or \"empty\"", false, true,
     "What to return if no sentence has a word of the query: the summary without a query, or an empty one.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->query.unmatched =
           as_choice<Unmatched, 2>(info, value, {{{"summary", Unmatched::summary}, {"empty", Unmatched::empty}}});
     }},
    {"relevance", OptionType::numbers, "None", "finite numbers of 0 or more, one for each unit of the document", false,
     true, "How relevant each unit of the document is, for example by a reranker, instead of what the query gives.",
     "rerank_scores", set_relevance},
    {"position", OptionType::choice, "'auto'", "\"auto\", \"start\", \"section\" or \"none\"", false, true,
     "Where the weight of sentences starts to fall: at the start of the document, at the last heading, or nowhere.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->cover.position = as_choice<Position, 4>(info, value,
                                                  {{{"auto", Position::automatic},
                                                    {"start", Position::start},
                                                    {"section", Position::section},
                                                    {"none", Position::none}}});
     }},
    {"order", OptionType::choice, "'document'", "\"document\" or \"score\"", false, true,
     "Order of the returned sentences.", "sort sort_by preserve_order",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->order = as_choice<Order, 2>(info, value, {{{"document", Order::document}, {"score", Order::score}}});
     }},
    {"coherence", OptionType::choice, "None", "\"light\" or \"full\"", false, true,
     "Avoid sentences that begin with a connective (\"light\") or a pronoun (\"full\") without the sentence before "
     "them; "
     "\"full\" also takes that sentence along.",
     "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->cover.coherence =
           as_choice<Coherence, 2>(info, value, {{{"light", Coherence::light}, {"full", Coherence::full}}});
     }},
    {"redundancy", OptionType::number, "0", "from 0 to 1", false, true,
     "How much similarity to chosen sentences counts against a sentence (maximal marginal relevance).",
     "diversity mmr mmr_lambda",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->redundancy = as_number_in(info, value, 0, 1);
     }},
    {"damping", OptionType::number, "0.85", "from 0 to 1", false, true, "Damping factor of PageRank.",
     "damping_factor alpha",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->graph.damping = as_number_in(info, value, 0, 1);
     }},
    {"threshold", OptionType::number, "0.1", "from 0 to 1, or None for continuous LexRank", false, true,
     "Sentences are linked if their cosine is above this; None links all, weighted by their cosine.", "cutoff",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       const bool none = std::holds_alternative<std::monostate>(value);
       o->lexrank.threshold = none ? std::nullopt : std::optional(as_number_in(info, value, 0, 1));
     }},
    {"max_sentences", OptionType::count, "20000", "a whole number of 1 or more", false, true,
     "Maximum number of sentences for methods that compare all pairs.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->graph.max_sentences = as_count(info, value, 1);
     }},
    {"bonus_words", OptionType::words, "()", "an iterable of words", false, true, "Words that count for a sentence.",
     "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->edmundson.bonus_words = as_words(info, value);
     }},
    {"stigma_words", OptionType::words, "()", "an iterable of words", false, true,
     "Words that count against a sentence.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->edmundson.stigma_words = as_words(info, value);
     }},
    {"null_words", OptionType::words, "()", "an iterable of words", false, true,
     "Words of the title and the headings that do not count.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->edmundson.null_words = as_words(info, value);
     }},
    {"lsa_selection", OptionType::choice, "'length'", "\"length\" or \"topics\"", false, true,
     "Prefer the sentences that say most about all main topics, or the best sentence of each topic in turn.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->lsa.selection = as_choice<LsaSelection, 2>(
           info, value, {{{"length", LsaSelection::length}, {"topics", LsaSelection::topics}}});
     }},
    {"stop_words", OptionType::words, "None", "an iterable of words", true, false,
     "Words that carry no meaning; they replace the language's list.", "stopwords stop_list stopword",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->analysis.stop_words = as_words(info, value);
     }},
    {"stem", OptionType::choice, "'prefix'", "\"prefix\" or \"none\"", true, false,
     "Which words count as the same: those with the same first six letters, or only equal ones.", "stemmer stemming",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->analysis.stem = as_choice<Stem, 2>(info, value, {{{"prefix", Stem::prefix}, {"none", Stem::none}}});
     }},
    {"newline", OptionType::choice, "'auto'", "\"auto\", \"break\", \"join\" or \"blank\"", true, false,
     "Whether a line break ends a unit: decided by the text, always, never, or only at a blank line.",
     "newlines line_breaks",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->analysis.segmenter.newline = as_choice<Newline, 4>(info, value,
                                                             {{{"auto", Newline::automatic},
                                                               {"break", Newline::hard},
                                                               {"join", Newline::join},
                                                               {"blank", Newline::blank}}});
     }},
    {"keep_quotes", OptionType::flag, "False", "True or False", true, false,
     "Do not split a quotation or bracket of several sentences.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->analysis.segmenter.keep_quotes = as_flag(info, value);
     }},
    {"abbreviations", OptionType::words, "()", "an iterable of words", true, false,
     "Additional abbreviations; the full stop after one does not end a sentence.", "abbrevs abbrev_types",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->analysis.segmenter.abbreviations = as_words(info, value);
     }},
    {"markup", OptionType::choice, "'auto'", "\"auto\", \"text\" or \"markdown\"", true, false,
     "Whether Markdown is read as such: decided by the text, never, or always.", "format",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->analysis.segmenter.markup = as_choice<Markup, 3>(
           info, value, {{{"auto", Markup::automatic}, {"text", Markup::text}, {"markdown", Markup::markdown}}});
     }},
    {"cut", OptionType::flag, "False", "True or False", false, true,
     "Fill a budget of words, characters or tokens: the last sentence picked may be cut after a word.", "truncate",
     [](const OptionInfo& info, const OptionValue& value, Options* o) { o->cut = as_flag(info, value); }},
    {"seed", OptionType::count, "0", "a whole number of 0 or more", false, true, "Seed of the random choice.",
     "random_state random_seed",
     [](const OptionInfo& info, const OptionValue& value, Options* o) { o->random.seed = as_count(info, value, 0); }},
    {"timeout", OptionType::number, "None", "a number of seconds, more than 0", true, true, "Time limit in seconds.",
     "time_limit",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       const double seconds = as_number(value);
       if (!(seconds > 0)) refuse(info, value);
       o->timeout = seconds;
     }},
    {"max_bytes", OptionType::count, "None", "a whole number of 1 or more", true, false,
     "Maximum size of the text, in bytes of UTF-8.", "max_size",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->analysis.max_bytes = as_count(info, value, 1);
     }},
};

constexpr OptionInfo keyphrase_table[] = {
    {"n", OptionType::count, "10", "a whole number of 1 or more", false, false, "Maximum number of keyphrases.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) { o->keyphrases.n = as_count(info, value, 1); }},
    {"max_words", OptionType::count, "4", "a whole number from 1 to 10", false, false,
     "Maximum number of words of a keyphrase.", "",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       o->keyphrases.max_words = as_count(info, value, 1);
       if (o->keyphrases.max_words > most_phrase_words) refuse(info, value);
     }},
};

constexpr OptionInfo document_table[] = {
    {"vectors", OptionType::matrix, "None", "a C-contiguous matrix of float32 or float64, one row for each candidate",
     false, true, "A vector for each candidate, whose cosines replace those of TF-IDF rows.", "embeddings",
     [](const OptionInfo& info, const OptionValue& value, Options* o) {
       const auto* matrix = std::get_if<DenseRows>(&value);
       if (matrix == nullptr) refuse(info, value);
       o->vectors = *matrix;
     }},
};

bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto space = std::min(list.find(' '), list.size());
    if (list.substr(0, space) == word) return true;
    list.remove_prefix(std::min(space + 1, list.size()));
  }
  return false;
}

std::string with_commas(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

/// A blank query is none.
bool is_blank_query(std::string_view name, const OptionValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return name == "query" && text != nullptr && is_blank(*text);
}

struct Shown {
  std::string operator()(std::monostate) const { return "None"; }
  std::string operator()(bool flag) const { return flag ? "True" : "False"; }
  std::string operator()(std::int64_t integer) const { return std::to_string(integer); }
  std::string operator()(double number) const { return show(number); }
  std::string operator()(const std::string& text) const { return '"' + text + '"'; }
  std::string operator()(const DenseRows& matrix) const {
    return "(" + std::to_string(matrix.n_rows) + ", " + std::to_string(matrix.n_columns) + ")";
  }
  template <class Item>
  std::string operator()(const std::vector<Item>& items) const {
    std::string out = "[";
    for (const Item& item : items) out += (out.size() > 1 ? ", " : "") + (*this)(item);
    return out + "]";
  }
};

}  // namespace

std::span<const OptionInfo> option_table() { return table; }

std::vector<std::string_view> methods_with(const OptionInfo& option) {
  std::vector<std::string_view> names;
  for (const Method* method : registry()) {
    if (lists(method->info.options, option.name)) names.push_back(method->info.name);
  }
  return names;
}

std::span<const OptionInfo> keyphrase_option_table() { return keyphrase_table; }
std::span<const OptionInfo> document_option_table() { return document_table; }

const OptionInfo* find_option(std::string_view name) {
  for (const std::span<const OptionInfo> options :
       {option_table(), keyphrase_option_table(), document_option_table()}) {
    for (const OptionInfo& info : options) {
      if (info.name == name) return &info;
    }
  }
  return nullptr;
}

void set_option(const OptionInfo& info, const OptionValue& value, Options* options) {
  const bool none_is_a_value = info.name == "threshold";
  if (std::holds_alternative<std::monostate>(value) && !none_is_a_value) return;
  if (info.set == nullptr) refuse(info, value);
  info.set(info, value, options);
}

void check_options(const Options& options, std::span<const std::pair<std::string, OptionValue>> given) {
  for (const auto& [name, value] : given) {
    const OptionInfo* info = find_option(name);
    const std::vector<std::string_view> users = info == nullptr ? std::vector<std::string_view>() : methods_with(*info);
    if (users.empty() || std::find(users.begin(), users.end(), options.method) != users.end()) continue;
    if (is_blank_query(name, value)) continue;
    throw InvalidOption(name, show(value),
                        "left out with method=\"" + options.method + "\": it is an option of " + with_commas(users));
  }
  check_tokens(options);
}

void check_tokens(const Options& options) {
  if (!options.budget.tokens || options.count_tokens) return;
  throw InvalidOption("tokens", std::to_string(*options.budget.tokens),
                      "given with count_tokens, e.g. count_tokens=lambda text: "
                      "len(tiktoken.get_encoding(\"cl100k_base\").encode(text))");
}

std::string show(const OptionValue& value) { return std::visit(Shown{}, value); }

}  // namespace tersely
