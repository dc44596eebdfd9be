#include "candidates/notices.h"

#include <algorithm>
#include <array>

#include "languages/topics.h"

namespace tersely {
namespace {

constexpr std::uint32_t first_paragraphs = 2;
constexpr std::uint32_t last_paragraphs = 3;
constexpr std::size_t max_sentences = 12;  // of a notice's paragraph
constexpr std::array<std::uint32_t, 5> subjects = {topic::cookie, topic::newsletter, topic::comment, topic::rights,
                                                   topic::secret};
constexpr std::uint32_t of_subjects = subjects[0] | subjects[1] | subjects[2] | subjects[3] | subjects[4];
constexpr std::array<std::uint32_t, 5> parts_of_confidentiality = {topic::secret, topic::recipient, topic::sender,
                                                                   topic::deletion, topic::mail};

bool is_about_site(const Topics& t) {
  if (t.has(topic::cookie) && t.has(topic::consent | topic::privacy | topic::site)) return true;
  if (t.has(topic::newsletter) && t.has(topic::subscription | topic::reader)) return true;
  if (t.has(topic::comment) && t.has(topic::rule) && t.has(topic::reader | topic::site)) return true;
  if (t.has(topic::privacy) && t.has(topic::consent) && t.has(topic::reader)) return true;
  return t.has(topic::subscription) && t.has(topic::consent | topic::privacy) && t.has(topic::reader);
}

bool is_confidentiality(const Topics& t) {
  std::size_t parts = 0;
  for (const std::uint32_t part : parts_of_confidentiality) parts += t.has(part);
  return parts >= 3 && t.has(topic::secret | topic::recipient);
}

bool is_notice(const Topics& t) {
  return is_about_site(t) || is_confidentiality(t) ||
         t.has(topic::rights | topic::changelog | topic::licence | topic::market_data) ||
         (t.has(topic::printing) && t.has(topic::mail));
}

/// Somebody says it: no notice does.
bool has_quotation(std::string_view unit) {
  for (const std::string_view mark : {"\u201c", "\u201d", "\u201e", "\u00ab", "\u300c"}) {
    if (unit.find(mark) != std::string_view::npos) return true;
  }
  return unit.find('"') != std::string_view::npos;
}

class NoticeFinder {
 public:
  NoticeFinder(const Layout& layout, std::span<const Reason> reasons) : layout_(layout), reasons_(reasons) {}

  std::vector<std::size_t> find() {
    for (std::size_t place = 0; place < layout_.size();) {
      const std::size_t end = paragraph_end(place);
      if (may_be_notice(place, end) && has_subject(place, end)) judge(place, end);
      place = end;
    }
    if (!found_.empty()) drop_what_the_text_is_about();
    std::vector<std::size_t> units;
    for (const Notice& notice : found_) units.push_back(layout_.index(notice.place));
    return units;
  }

 private:
  struct Notice {
    std::size_t place = 0;
    Topics topics;
  };

  std::size_t paragraph_end(std::size_t place) const {
    std::size_t end = place + 1;
    while (end < layout_.size() && layout_.same_paragraph(place, end)) ++end;
    return end;
  }

  bool is_candidate(std::size_t place) const { return reasons_[layout_.index(place)] == Reason::candidate; }
  /// Does a candidate speak of something without which nothing is a notice?
  bool has_subject(std::size_t begin, std::size_t end) {
    while (begin < end && !(is_candidate(begin) && finder_.has_subject(layout_.said(begin)))) ++begin;
    return begin < end;
  }

  bool may_be_notice(std::size_t begin, std::size_t end) const {
    if (end - begin > max_sentences) return false;
    const std::uint32_t paragraph = layout_.unit(begin).paragraph;
    const std::uint32_t last = layout_.unit(layout_.size() - 1).paragraph;
    if (paragraph < first_paragraphs || paragraph + last_paragraphs > last) return true;
    return begin == 0 || !layout_.is_prose(begin - 1) || (end < layout_.size() && !layout_.is_prose(end));
  }

  /// A paragraph is a notice as a whole if a third of its sentences are notices by themselves, and half are about what
  /// notices are about; else those that are so by themselves.
  void judge(std::size_t begin, std::size_t end) {
    paragraph_.clear();
    Topics all;
    std::size_t alone = 0;
    std::size_t related = 0;
    for (std::size_t place = begin; place < end; ++place) {
      Topics topics = is_candidate(place) ? finder_.find(layout_.said(place)) : Topics();
      if (is_notice(topics) && has_quotation(layout_.said(place))) topics = {};
      paragraph_.push_back({place, topics});
      all.all |= topics.all;
      alone += is_notice(topics);
      related += topics.has(~std::uint32_t{topic::reader});
    }
    const bool whole = is_notice(all) && 3 * alone >= paragraph_.size() && 2 * related >= paragraph_.size();
    for (const Notice& notice : paragraph_) {
      if (is_candidate(notice.place) && (whole || is_notice(notice.topics))) found_.push_back(notice);
    }
  }

  /// A text on cookies has more sentences on cookies than a notice has.
  void drop_what_the_text_is_about() {
    std::array<std::size_t, subjects.size()> in_notices{};
    std::array<std::size_t, subjects.size()> elsewhere{};
    std::uint32_t wanted = 0;
    for (const Notice& notice : found_) wanted |= notice.topics.all & of_subjects;
    if (wanted == 0) return;
    std::size_t next = 0;
    for (std::size_t place = 0; place < layout_.size(); ++place) {
      const bool notice = next < found_.size() && found_[next].place == place;
      if (!notice && !is_candidate(place)) continue;
      const Topics topics = notice ? found_[next++].topics : finder_.find(layout_.said(place), wanted);
      for (std::size_t k = 0; k < subjects.size(); ++k) (notice ? in_notices : elsewhere)[k] += topics.has(subjects[k]);
    }
    std::uint32_t about = 0;
    for (std::size_t k = 0; k < subjects.size(); ++k) about |= elsewhere[k] > in_notices[k] ? subjects[k] : 0;
    std::erase_if(found_, [about](const Notice& notice) { return notice.topics.has(about); });
  }

  const Layout& layout_;
  std::span<const Reason> reasons_;
  TopicFinder finder_;
  std::vector<Notice> paragraph_;
  std::vector<Notice> found_;
};

}  // namespace

std::vector<std::size_t> find_notices(const Layout& layout, std::span<const Reason> reasons) {
  return NoticeFinder(layout, reasons).find();
}

}  // namespace tersely
