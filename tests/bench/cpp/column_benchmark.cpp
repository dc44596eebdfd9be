/// The processor time of a column compared with the core's loop over the same texts. For threads, see threads.py.
///
///     column_benchmark [files with a text a line]
///
/// Without a file, the article of tests/data is repeated with different numbers in it. Prints the time of each variant
/// divided by the core's, as the median of several rounds. All take turns in each round, so that noise of the machine
/// affects all alike.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "tersely/columns/result_column.h"
#include "tersely/summarizer.h"

namespace {

using namespace tersely;

class Texts final : public TextRows {
 public:
  explicit Texts(std::vector<std::string> texts) : texts_(std::move(texts)) {}
  std::size_t size() const override { return texts_.size(); }
  std::optional<std::string_view> text(std::size_t row) const override { return texts_[row]; }
  OffsetUnit unit(std::size_t) const override { return OffsetUnit::code_point; }

 private:
  std::vector<std::string> texts_;
};

Texts read_texts(int argc, char** argv) {
  std::vector<std::string> texts;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    for (std::string line; std::getline(file, line);) texts.push_back(line);
  }
  if (!texts.empty()) return Texts(std::move(texts));
  std::ifstream file(TERSELY_TEST_DATA "/article.txt", std::ios::binary);
  const std::string article(std::istreambuf_iterator<char>(file), {});
  for (int i = 0; i < 1000; ++i) texts.push_back("Number " + std::to_string(i) + ".\n\n" + article);
  return Texts(std::move(texts));
}

void nothing(std::size_t) {}

/// Only what the core does for each text.
void core(const Texts& texts) {
  Workspace workspace;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Document document(*texts.text(i), {}, &workspace, Cancel());
    (void)print(document, document.text(), summarize(document, {}, {}, &workspace, Cancel()));
  }
}

void column(const Texts& texts, ColumnOutput output) {
  (void)summarize_column({&texts}, {}, output, 1, false, nothing);
}

double seconds_of(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();  // of all threads
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Variant {
  const char* name;
  std::function<void()> work;
  std::vector<double> ratios;  // to the core's time
};

}  // namespace

int main(int argc, char** argv) {
  constexpr int rounds = 7;
  const Texts texts = read_texts(argc, argv);
  std::vector<Variant> variants = {
      {"text", [&] { column(texts, ColumnOutput::text); }, {}},
      {"structs", [&] { column(texts, ColumnOutput::structure); }, {}},
  };
  core(texts);  // warm
  for (int round = 0; round < rounds; ++round) {
    const double of_core = seconds_of([&] { core(texts); });
    for (Variant& variant : variants) variant.ratios.push_back(seconds_of(variant.work) / of_core);
  }
  std::printf("%zu texts, median of %d rounds, the core's loop is 1\n", texts.size(), rounds);
  for (const Variant& variant : variants) std::printf("%-10s %8.3f\n", variant.name, median(variant.ratios));
}
