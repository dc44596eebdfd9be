// The example of tersely/summarizer.h: the summary of standard input.
#include <tersely/summarizer.h>

#include <iostream>
#include <iterator>
#include <string>

int main() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  tersely::Options options;
  options.budget.sentences = 3;
  tersely::Workspace workspace;
  const tersely::Document document(text, options.analysis, &workspace, tersely::Cancel());
  const tersely::Summary summary = tersely::summarize(document, options, {}, &workspace, tersely::Cancel());
  std::cout << tersely::print(document, text, summary) << '\n';
}
