#include "tersely/options.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "methods/method.h"
#include "tersely/error.h"
#include "tersely/methods.h"

namespace tersely {
namespace {

std::string refusal(const char* name, const OptionValue& value) {
  Options options;
  try {
    set_option(*find_option(name), value, &options);
  } catch (const InvalidOption& error) {
    EXPECT_EQ(error.option(), name);
    return error.what();
  }
  return "";
}

TEST(Options, EveryRowHasADescriptionAndKnowsItsMethods) {
  for (const OptionInfo& info : option_table()) {
    EXPECT_FALSE(info.help.empty()) << info.name;
    EXPECT_TRUE(info.analysis || info.summary) << info.name;
    EXPECT_TRUE(info.set != nullptr || info.type == OptionType::callable) << info.name;
  }
}

TEST(Options, AMethodNamesOptionsOfTheTable) {
  for (const MethodInfo& method : methods()) {
    std::istringstream names{std::string(method.options)};
    for (std::string name; names >> name;) {
      const OptionInfo* info = find_option(name);
      ASSERT_NE(info, nullptr) << method.name << ' ' << name;
      const auto users = methods_with(*info);
      EXPECT_NE(std::find(users.begin(), users.end(), method.name), users.end()) << name;
    }
  }
  EXPECT_TRUE(methods_with(*find_option("words")).empty());
}

TEST(Options, DefaultsAreThoseOfTheTable) {
  const Options untouched;
  for (const OptionInfo& info : option_table()) {
    if (info.default_value.front() != '\'' && info.type != OptionType::number) continue;
    if (info.default_value == "None") continue;
    std::string value(info.default_value);
    std::erase(value, '\'');
    Options options;
    set_option(info, value, &options);
    EXPECT_EQ(options.method, untouched.method) << info.name;
    EXPECT_EQ(options.graph.damping, untouched.graph.damping) << info.name;
    EXPECT_EQ(options.lexrank.threshold, untouched.lexrank.threshold) << info.name;
    EXPECT_EQ(options.cover.position, untouched.cover.position) << info.name;
    EXPECT_EQ(options.redundancy, untouched.redundancy) << info.name;
    EXPECT_EQ(options.order, untouched.order) << info.name;
    EXPECT_EQ(options.analysis.language, untouched.analysis.language) << info.name;
    EXPECT_EQ(options.analysis.stem, untouched.analysis.stem) << info.name;
    EXPECT_EQ(options.analysis.segmenter.newline, untouched.analysis.segmenter.newline) << info.name;
    EXPECT_EQ(options.analysis.segmenter.markup, untouched.analysis.segmenter.markup) << info.name;
  }
}

TEST(Options, TakeNumbersAsPeopleHaveThem) {
  Options options;
  set_option(*find_option("sentences"), std::string(" 5 "), &options);
  EXPECT_EQ(options.budget.sentences, 5u);
  set_option(*find_option("words"), 60.0, &options);
  EXPECT_EQ(options.budget.words, 60u);
  set_option(*find_option("ratio"), std::string("20%"), &options);
  EXPECT_DOUBLE_EQ(*options.budget.ratio, 0.2);
  set_option(*find_option("threshold"), std::monostate(), &options);
  EXPECT_FALSE(options.lexrank.threshold.has_value());
}

TEST(Options, RefuseWithTheNameTheValueAndWhatIsAllowed) {
  EXPECT_EQ(refusal("sentences", std::int64_t{0}), "sentences=0: must be a whole number of 1 or more");
  EXPECT_EQ(refusal("words", true), "words=True: must be a whole number of 1 or more");
  EXPECT_EQ(refusal("chars", 2.5), "chars=2.5: must be a whole number of 1 or more");
  EXPECT_EQ(refusal("order", std::string("best")), "order=\"best\": must be \"document\" or \"score\"");
  EXPECT_EQ(refusal("damping", 1.5), "damping=1.5: must be from 0 to 1");
  EXPECT_NE(refusal("sentences", 0.2).find("did you mean ratio=0.2?"), std::string::npos);
  EXPECT_NE(refusal("method", std::string("best")).find("textrank"), std::string::npos);
  EXPECT_NE(refusal("ratio", std::string("120%")), "");
  EXPECT_NE(refusal("language", std::string("klingon!!")), "");
  const std::string long_value(1000, 'x');
  EXPECT_EQ(refusal("order", long_value),
            "order=\"" + long_value.substr(0, 99) + "...: must be \"document\" or \"score\"");
}

TEST(Options, AreRefusedByMethodsThatDoNotUseThem) {
  Options options;
  const std::vector<std::pair<std::string, OptionValue>> given = {{"damping", 0.5}};
  EXPECT_THROW(check_options(options, given), InvalidOption);
  options.method = "lexrank";
  EXPECT_NO_THROW(check_options(options, given));
}

TEST(Methods, AreFoundHoweverTheyAreWritten) {
  EXPECT_EQ(find_method("TextRank_Overlap").info.name, "textrank-overlap");
  EXPECT_EQ(find_method("LEXRANK").info.name, "lexrank");
  EXPECT_THROW(find_method("lsa2"), InvalidOption);
}

}  // namespace
}  // namespace tersely
