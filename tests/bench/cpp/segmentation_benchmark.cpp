/// The speed of segment() beside that of ICU's sentence iterator, text by text.
///
///     segmentation_benchmark [options of Google Benchmark] [folder of .txt files, or files]
///
/// Files are named after their languages ("de.txt"): the language is given to both, not detected. Without a file, an
/// article of tests/data is repeated. ICU walks over UTF-16 that is converted beforehand; both rates count the bytes of
/// the UTF-8 text, and `of_icu` is the rate of segment() divided by ICU's in the same run.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "tersely/language.h"
#include "tersely/segmenter.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t min_bytes = std::size_t{1} << 20;  // shorter files are repeated

struct Corpus {
  std::string language;
  std::string text;
  double icu_rate = 0;  // bytes a second, once measured
};

Corpus read_corpus(const fs::path& path, const std::string& language) {
  std::ifstream file(path, std::ios::binary);
  const std::string once(std::istreambuf_iterator<char>(file), {});
  if (once.empty()) throw std::runtime_error("no text in " + path.string());
  tersely::validate_utf8(once);
  Corpus corpus{language, once};
  while (corpus.text.size() < min_bytes) corpus.text.append("\n\n").append(once);
  return corpus;
}

/// Bytes a second of all iterations, by processor time: other processes of the machine must not tilt the ratio.
class Stopwatch {
 public:
  double rate(const benchmark::State& state, const Corpus& corpus) const {
    const double seconds = static_cast<double>(std::clock() - begin_) / CLOCKS_PER_SEC;
    return static_cast<double>(state.iterations()) * static_cast<double>(corpus.text.size()) / seconds;
  }

 private:
  std::clock_t begin_ = std::clock();
};

void set_bytes(const Corpus& corpus, benchmark::State* state) {
  state->SetBytesProcessed(state->iterations() * static_cast<std::int64_t>(corpus.text.size()));
}

void BM_icu_sentences(benchmark::State& state, Corpus* corpus) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(corpus->text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale(corpus->language.c_str()), status));
  if (U_FAILURE(status)) return state.SkipWithError(u_errorName(status));
  const Stopwatch watch;
  for (auto _ : state) {
    iterator->setText(text);
    std::vector<std::int32_t> ends;
    for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
      ends.push_back(end);
    }
    benchmark::DoNotOptimize(ends.data());
  }
  corpus->icu_rate = watch.rate(state, *corpus);
  set_bytes(*corpus, &state);
}

void BM_segment(benchmark::State& state, const Corpus* corpus) {
  const tersely::Language language = tersely::Language::find(corpus->language);
  const tersely::SegmenterOptions options;
  const tersely::Cancel cancel;
  const Stopwatch watch;
  for (auto _ : state) {
    const std::vector<tersely::Unit> units = tersely::segment(corpus->text, language, options, cancel);
    benchmark::DoNotOptimize(units.data());
  }
  if (corpus->icu_rate > 0) state.counters["of_icu"] = watch.rate(state, *corpus) / corpus->icu_rate;
  set_bytes(*corpus, &state);
}

std::vector<fs::path> text_files(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::unique_ptr<Corpus>> read_corpora(int argc, char** argv) {
  std::vector<std::unique_ptr<Corpus>> corpora;
  for (int i = 1; i < argc; ++i) {
    for (const fs::path& file : text_files(argv[i])) {
      corpora.push_back(std::make_unique<Corpus>(read_corpus(file, file.stem().string())));
    }
  }
  if (corpora.empty()) {
    corpora.push_back(std::make_unique<Corpus>(read_corpus(fs::path(TERSELY_TEST_DATA) / "article.txt", "en")));
  }
  return corpora;
}

void register_benchmarks(Corpus* corpus) {
  benchmark::RegisterBenchmark(("BM_icu_sentences/" + corpus->language).c_str(), BM_icu_sentences, corpus);
  benchmark::RegisterBenchmark(("BM_segment/" + corpus->language).c_str(), BM_segment, corpus);
}

}  // namespace

int main(int argc, char** argv) try {
  benchmark::Initialize(&argc, argv);
  const std::vector<std::unique_ptr<Corpus>> corpora = read_corpora(argc, argv);
  for (const std::unique_ptr<Corpus>& corpus : corpora) register_benchmarks(corpus.get());
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
