#include "tersely/split.h"

#include <string>

#include "tersely/error.h"
#include "tersely/text.h"

namespace tersely {
namespace {

void check_size(std::string_view text, const AnalysisOptions& options) {
  if (options.max_bytes && text.size() > *options.max_bytes) {
    throw LimitExceeded("the text has " + std::to_string(text.size()) +
                        " bytes, more than max_bytes=" + std::to_string(*options.max_bytes));
  }
  if (text.size() > max_text_bytes) {
    throw LimitExceeded("the text has " + std::to_string(text.size()) + " bytes, more than 2 GiB");
  }
}

}  // namespace

Language check_text(std::string_view text, const AnalysisOptions& options, const Cancel& cancel) {
  check_size(text, options);
  validate_utf8(text, cancel);
  return options.language == "auto" ? Language::detect(text, cancel) : Language::find(options.language);
}

Split split(std::string_view text, const AnalysisOptions& options, const Cancel& cancel) {
  const Language language = check_text(text, options, cancel);
  return {language, segment(text, language, options.segmenter, cancel)};
}

}  // namespace tersely
