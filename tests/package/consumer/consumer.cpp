// The example of tersely/tersely.h: the summary of standard input.
#include <tersely/tersely.h>

#include <iostream>
#include <iterator>
#include <string>

int main() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  tersely::Options options;
  options.budget.sentences = 3;
  std::cout << tersely::summarize(text, options).text << '\n';
}
