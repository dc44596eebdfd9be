#include "candidates/marked_pages.h"

#include <algorithm>
#include <cstddef>

#include "candidates/links.h"
#include "candidates/unit_shape.h"
#include "languages/topics.h"

namespace tersely {
namespace {

constexpr std::size_t least_titles = 2;
constexpr std::size_t definition_words = 4;  // least words of the sentence that says what a page is about

constexpr double below_definition = 0.4;
constexpr double elsewhere = 0.25;
constexpr double about_project = 0.3;  // how to get it, who made it, what its licence is
constexpr double of_links = 0.3;
constexpr double of_markup = 0.3;
constexpr double of_item = 0.8;
constexpr double of_quotation = 0.5;

std::size_t level_of(std::string_view text, const Unit& unit) {
  const std::string_view title = unit.span.of(text);
  if (title.starts_with('#')) return title.find_first_not_of('#');
  return underline_of(text, unit) == '=' ? 1 : 2;
}

/// Of tags, whole or not: "title=\"We sell boats."
bool holds_attributes(std::string_view unit) {
  return unit.find("=\"") != std::string_view::npos || unit.find("\">") != std::string_view::npos;
}

class PageWeigher {
 public:
  PageWeigher(std::string_view text, std::span<const Unit> units, std::span<const Reason> reasons)
      : text_(text), units_(units), reasons_(reasons) {}

  std::vector<double> weigh() {
    std::vector<double> factors(units_.size(), 1);
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (is_marked_heading(text_, units_[i])) {
        begin_section(units_[i]);
      } else if (reasons_[i] == Reason::candidate) {
        factors[i] = factor_of(units_[i]);
      }
    }
    return factors;
  }

 private:
  void begin_section(const Unit& title) {
    const std::size_t level = level_of(text_, title);
    if (level <= project_level_) project_level_ = 0;
    const std::string_view words = text_.substr(title.content, title.span.end - title.content);
    if (project_level_ == 0 && finder_.find(words).has(topic::project)) project_level_ = level;
    introduced_ = introduced_ || defined_;
  }

  double factor_of(const Unit& unit) {
    const std::string_view said = unit.span.of(text_);
    double factor = 1;
    const LinkShare links = count_linked_words(text_.substr(unit.content, unit.span.end - unit.content));
    if (links.is_mostly_links()) factor *= of_links;
    if (holds_attributes(said) || said.starts_with('<') || said.ends_with('>')) factor *= of_markup;
    if (said.starts_with('>')) factor *= of_quotation;
    if (project_level_ > 0) factor *= about_project;
    const bool defines = factor == 1 && unit.kind != UnitKind::item && links.others >= definition_words;
    if (defined_ || !defines) factor *= introduced_ ? elsewhere : below_definition;
    if (unit.kind == UnitKind::item) factor *= of_item;
    defined_ = defined_ || defines;
    return factor;
  }

  std::string_view text_;
  std::span<const Unit> units_;
  std::span<const Reason> reasons_;
  TopicFinder finder_;
  std::size_t project_level_ = 0;  // of the title about the project that the section belongs to; 0: to none
  bool defined_ = false;           // the page has said what it is about
  bool introduced_ = false;        // ... and a title followed
};

}  // namespace

bool is_marked_page(std::string_view text, std::span<const Unit> units) {
  std::size_t titles = 0;
  for (const Unit& unit : units) {
    titles += is_marked_heading(text, unit);
    if (titles == least_titles) return true;
  }
  return false;
}

std::string_view name_of_page(std::string_view text, std::span<const Unit> units) {
  for (const Unit& unit : units) {
    if (!is_marked_heading(text, unit)) continue;
    const std::string_view title = text.substr(unit.content, unit.span.end - unit.content);
    return title.substr(0, std::min(title.find_first_of(" :,(-"), title.size()));
  }
  return {};
}

std::optional<std::size_t> find_tagline(std::string_view text, std::span<const Unit> units,
                                        std::span<const std::uint32_t> n_words) {
  const auto is_title = [text](const Unit& unit) { return is_marked_heading(text, unit); };
  const auto title = std::find_if(units.begin(), units.end(), is_title);
  if (title == units.end()) return std::nullopt;
  const auto next = std::find_if(title + 1, units.end(), is_title);
  std::optional<std::size_t> tagline;
  for (auto unit = title + 1; unit != next; ++unit) {
    const auto i = static_cast<std::size_t>(unit - units.begin());
    const std::string_view said = unit->span.of(text);
    const bool says = n_words[i] >= definition_words && !holds_attributes(said) && !said.starts_with('>') &&
                      !count_linked_words(said).is_mostly_links();
    if (says && is_sentence_like(*unit)) return std::nullopt;
    if (says && !tagline && unit->kind == UnitKind::heading && !continues(said)) tagline = i;
  }
  return tagline;
}

std::vector<double> weigh_marked_page(std::string_view text, std::span<const Unit> units,
                                      std::span<const Reason> reasons) {
  return PageWeigher(text, units, reasons).weigh();
}

}  // namespace tersely
