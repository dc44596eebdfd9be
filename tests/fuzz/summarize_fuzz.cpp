/// A text and options, whatever their bytes are: an answer that keeps all promises, or a tersely::Error.
#include <fuzzer/FuzzedDataProvider.h>

#include <cstdint>
#include <string>
#include <vector>

#include "check.h"
#include "tersely/tersely.h"

namespace {

using namespace tersely;
using tersely::fuzz::check;

OptionValue read_value(FuzzedDataProvider* input) {
  switch (input->ConsumeIntegralInRange(0, 5)) {
    case 0:
      return std::monostate();
    case 1:
      return input->ConsumeBool();
    case 2:
      return std::int64_t{input->ConsumeIntegralInRange<std::int32_t>(-1, 200)};
    case 3:
      return input->ConsumeFloatingPoint<double>();
    case 4:
      return input->ConsumeRandomLengthString(20);
    default:
      return std::vector<std::string>{input->ConsumeRandomLengthString(10), input->ConsumeRandomLengthString(10)};
  }
}

/// Sets some options of the table. One whose value is not allowed keeps its default.
Options read_options(FuzzedDataProvider* input) {
  Options options;
  if (input->ConsumeBool()) options.count_tokens = [](std::string_view text) { return text.size() / 4; };
  const auto known = methods();
  options.method = known[input->ConsumeIntegralInRange<std::size_t>(0, known.size() - 1)].name;
  for (int n = input->ConsumeIntegralInRange(0, 6); n > 0; --n) {
    const auto table = option_table();
    const OptionInfo& info = table[input->ConsumeIntegralInRange<std::size_t>(0, table.size() - 1)];
    if (info.name == "timeout") continue;  // its effect depends on the machine
    try {
      set_option(info, read_value(input), &options);
    } catch (const InvalidOption& error) {
      check(error.option() == info.name, "an error names its option");
    }
  }
  return options;
}

void check_summary(const Document& document, const Options& options, const Summary& summary) {
  const std::string_view text = document.text();
  check(summary.status == Status::empty || !summary.sentences.empty(), "only an empty summary has no sentences");
  std::vector<bool> seen(document.n_units());
  for (const Chosen& sentence : summary.sentences) {
    const Span unit = document.unit(sentence.unit).span;
    check(!seen[sentence.unit], "no sentence is returned twice");
    seen[sentence.unit] = true;
    check(sentence.span.begin == unit.begin && sentence.span.end <= unit.end, "a span lies in its unit");
    check(sentence.cut || sentence.span.end == unit.end, "only what is cut is shorter than its unit");
    validate_utf8(sentence.span.of(text));
    check(sentence.score >= 0 && sentence.score <= 1, "scores lie in [0, 1]");
  }
  const bool may_exceed = summary.status == Status::over_budget;
  if (options.budget.sentences && !may_exceed) {
    check(summary.sentences.size() <= *options.budget.sentences, "a budget of sentences is a ceiling");
  }
  if (options.budget.tokens && !may_exceed) {
    check(options.count_tokens(print(document, document.text(), summary)) <= *options.budget.tokens, "of tokens");
  }
  if (options.budget.words && !may_exceed) check(summary.n_words <= *options.budget.words, "so is one of words");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  const Options options = read_options(&input);
  const std::string text = input.ConsumeRemainingBytesAsString();
  try {
    const Document document(text, options.analysis);
    const Summary summary = summarize(document, options);
    check_summary(document, options, summary);
    check(print(document, text, summary) == print(document, text, summarize(document, options)), "it is repeatable");
    explain(document, options, {}, summary);
    for (const Keyphrase& phrase : keyphrases(document, options)) {
      for (const Span& span : phrase.spans) check(span.end <= text.size(), "a keyphrase lies in the text");
    }
  } catch (const Error&) {
  }
  return 0;
}
