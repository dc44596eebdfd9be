/// Measures each stage of a summary, from bytes to printed sentences, and ICU's iterators over the same texts.
///
///     stage_benchmark [options of Google Benchmark] [files of texts, each but the last ended by a NUL]
///
/// Without a file it takes the texts of tests/data, by language, and all of them as one text ("mixed"). They are short
/// and repeated, which flatters branch predictors, so quote only figures from files of many texts. A stage starts from
/// the result of the stage before it, which is computed in advance; "whole" is all stages. ICU gets UTF-16 that is
/// converted in advance. Rates are bytes of UTF-8 and words by processor time. compare.py prints the tables.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/analysed_text.h"
#include "candidates/candidates.h"
#include "methods/problem.h"
#include "selection/greedy.h"
#include "selection/renderer.h"
#include "tersely/summarizer.h"
#include "text/icu.h"
#include "text/word_iterator.h"

namespace {

namespace fs = std::filesystem;
using namespace tersely;

std::vector<std::uint32_t> count_words(const Document& document) {
  std::vector<std::uint32_t> counts(document.n_units());
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit)
    counts[unit] = static_cast<std::uint32_t>(document.words(unit).size());
  return counts;
}

/// A text and the result of every stage.
struct Text {
  Text(std::string bytes, Workspace* workspace)
      : text(std::move(bytes)),
        utf16(icu::UnicodeString::fromUTF8(text)),
        document(text, {}, workspace, cancel),
        words(text, document.units(), document.parts().has_transcript(), document.language(), {}, workspace, cancel),
        n_words(count_words(document)),
        problem(document.parts(), options, {}, workspace, cancel),
        renderer(document.parts()),
        summary(summarize(document, {}, {}, workspace, cancel)) {}
  Text(const Text&) = delete;

  const std::string text;
  const icu::UnicodeString utf16;
  const Cancel cancel;
  const Document document;
  const Words words;
  const std::vector<std::uint32_t> n_words;  // one per unit
  const Options options;
  const Problem problem;
  const Renderer renderer;
  const Summary summary;
};

struct Corpus {
  std::string name;
  std::vector<std::unique_ptr<const Text>> texts;
};

/// Created once for all texts.
struct Tools {
  Workspace workspace;
  std::unique_ptr<icu::BreakIterator> sentences = checked(icu::BreakIterator::createSentenceInstance);
  std::unique_ptr<icu::BreakIterator> words = checked(icu::BreakIterator::createWordInstance);

 private:
  static std::unique_ptr<icu::BreakIterator> checked(icu::BreakIterator* (*create)(const icu::Locale&, UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> iterator(create(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return iterator;
  }
};

void iterate(const Text& text, icu::BreakIterator* iterator) {
  iterator->setText(text.utf16);
  std::vector<std::int32_t> ends;
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
    ends.push_back(end);
  }
  benchmark::DoNotOptimize(ends.data());
}

void icu_sentences(const Text& text, Tools* tools) { iterate(text, tools->sentences.get()); }
void icu_words(const Text& text, Tools* tools) { iterate(text, tools->words.get()); }

void validate(const Text& text, Tools*) { validate_utf8(text.text); }

void detect(const Text& text, Tools*) { benchmark::DoNotOptimize(Language::detect(text.text)); }

void cut(const Text& text, Tools*) {
  benchmark::DoNotOptimize(segment(text.text, text.document.language(), {}, text.cancel).data());
}

void find_words(const Text& text, Tools* tools) {
  std::vector<Span> spans;
  for (const Unit& unit : text.document.units()) {
    tools->workspace.word_iterator().append_words(text.text, {unit.content, unit.span.end}, &spans);
  }
  benchmark::DoNotOptimize(spans.data());
}

void analyze_words(const Text& text, Tools* tools) {
  const Document& document = text.document;
  const Words words(text.text, document.units(), document.parts().has_transcript(), document.language(), {},
                    &tools->workspace, text.cancel);
  benchmark::DoNotOptimize(words.size());
}

void choose(const Text& text, Tools*) {
  const Document& document = text.document;
  const Speech speech = document.parts().has_transcript() ? Speech::meeting : Speech::none;
  benchmark::DoNotOptimize(
      choose_candidates(text.text, document.units(), text.n_words, document.language(), speech, Cancel())
          .reasons.data());
}

void index(const Text& text, Tools* tools) {
  const Terms terms = index_terms(text.words, text.document.candidates(), &tools->workspace, text.cancel);
  benchmark::DoNotOptimize(terms.concept_ids.data());
}

void weigh(const Text& text, Tools*) {
  const Terms& terms = text.document.parts().term_index();
  benchmark::DoNotOptimize(tfidf(terms, sentence_frequencies(terms)).valuePtr());
}

void vote(const Text& text, Tools*) {
  const AnalysedText& document = text.document.parts();  // keeps the results of the first two
  benchmark::DoNotOptimize(backward_votes(document.tfidf(), document.rows_of_sources(), text.cancel).data());
  benchmark::DoNotOptimize(find_singletons(document.term_index()).data());
  benchmark::DoNotOptimize(
      weigh_concepts(document, document.votes(text.cancel), text.problem.prior, {}, Position::automatic)
          .weights.data());
}

void select(const Text& text, Tools*) {
  const Problem& problem = text.problem;
  const auto objective = problem.start.objective->clone();
  BudgetMeter meter(text.document.parts(), text.renderer, text.options, problem.start.print_order);
  benchmark::DoNotOptimize(
      pick_lazily(text.document.parts(), problem.usable, Until::filled, objective.get(), &meter, text.cancel).data());
}

/// "validate" to "tfidf" and everything between them.
void analyze(const Text& text, Tools* tools) {
  benchmark::DoNotOptimize(Document(text.text, {}, &tools->workspace, text.cancel).n_units());
}

/// "votes", "select" and the rest of making a Summary.
void summarize_document(const Text& text, Tools* tools) {
  benchmark::DoNotOptimize(summarize(text.document, {}, {}, &tools->workspace, text.cancel).picks.data());
}

void print_summary(const Text& text, Tools*) {
  benchmark::DoNotOptimize(print(text.document, text.text, text.summary).data());
}

void whole(const Text& text, Tools* tools) {
  const Document document(text.text, {}, &tools->workspace, text.cancel);
  const Summary summary = summarize(document, {}, {}, &tools->workspace, text.cancel);
  benchmark::DoNotOptimize(print(document, text.text, summary).data());
}

struct Stage {
  const char* name;
  void (*run)(const Text& text, Tools* tools);
};

constexpr Stage stages[] = {
    {"icu_sentences", icu_sentences},
    {"icu_words", icu_words},
    {"validate", validate},
    {"detect", detect},
    {"segment", cut},
    {"find_words", find_words},
    {"words", analyze_words},  // "find_words", folding and interning
    {"candidates", choose},
    {"terms", index},
    {"tfidf", weigh},
    {"document", analyze},
    {"votes", vote},
    {"select", select},
    {"summarize", summarize_document},
    {"print", print_summary},
    {"whole", whole},
};

void run_stage(benchmark::State& state, const Stage* stage, const Corpus* corpus, Tools* tools) {
  std::int64_t bytes = 0;
  std::uint64_t words = 0;
  for (const auto& text : corpus->texts) {
    bytes += static_cast<std::int64_t>(text->text.size());
    words += text->document.n_words();
  }
  for (auto _ : state) {
    for (const auto& text : corpus->texts) stage->run(*text, tools);
  }
  state.SetBytesProcessed(state.iterations() * bytes);
  const double all_words = static_cast<double>(state.iterations()) * static_cast<double>(words);
  state.counters["s/word"] = benchmark::Counter(all_words, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

Corpus read_corpus(const fs::path& path, Workspace* workspace) {
  Corpus corpus{path.stem().string(), {}};
  const std::string all = read(path);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\0', begin), all.size());
    corpus.texts.push_back(std::make_unique<const Text>(all.substr(begin, end - begin), workspace));
    begin = end + 1;
  }
  if (corpus.texts.empty()) throw std::runtime_error("no text in " + path.string());
  return corpus;
}

std::vector<Corpus> corpora_of_tests(Workspace* workspace) {
  std::vector<Corpus> corpora;
  std::string mixed;
  for (const char* name : {"article", "german", "russian", "chinese", "arabic", "thai"}) {
    const fs::path path = fs::path(TERSELY_TEST_DATA) / (std::string(name) + ".txt");
    corpora.push_back(read_corpus(path, workspace));
    mixed += read(path) + "\n";
  }
  corpora.push_back({"mixed", {}});
  corpora.back().texts.push_back(std::make_unique<const Text>(mixed, workspace));
  return corpora;
}

std::vector<Corpus> read_corpora(int argc, char** argv, Workspace* workspace) {
  if (argc < 2) return corpora_of_tests(workspace);
  std::vector<Corpus> corpora;
  for (int i = 1; i < argc; ++i) corpora.push_back(read_corpus(argv[i], workspace));
  return corpora;
}

}  // namespace

int main(int argc, char** argv) try {
  benchmark::Initialize(&argc, argv);
  prepare();
  Tools tools;
  const std::vector<Corpus> corpora = read_corpora(argc, argv, &tools.workspace);
  for (const Corpus& corpus : corpora) {
    for (const Stage& stage : stages) {
      const std::string name = std::string(stage.name) + "/" + corpus.name;
      benchmark::RegisterBenchmark(name.c_str(), run_stage, &stage, &corpus, &tools);
    }
  }
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
