#include <algorithm>
#include <array>

#include "languages/topics.h"
#include "segmentation/lines/lines.h"
#include "text/utf8.h"

namespace tersely {
namespace {

/// Folded names of header lines, as mail programs write them in English, German, French and Spanish.
constexpr std::array<std::string_view, 21> field_names = {
    "from",  "to",       "cc", "bcc",    "subject", "date",        "sent", "reply-to", "von",   "an",     "betreff",
    "datum", "gesendet", "de", "\u00e0", "objet",   "envoy\u00e9", "para", "asunto",   "fecha", "enviado"};
constexpr std::array<std::string_view, 4> subjects = {"subject", "betreff", "objet", "asunto"};
constexpr std::size_t max_field_name = 24;   // bytes
constexpr std::size_t max_signature = 15;    // lines
constexpr std::size_t max_short_line = 100;  // bytes
constexpr std::size_t max_brief = 60;        // bytes
constexpr std::size_t max_attribution = 4;   // lines
constexpr std::size_t most_header_lines = 200;

/// The name of a header line ("Reply-To" of "Reply-To: x" and "*Reply-To:* x"); empty if it is not one.
std::string_view field_name(std::string_view line) {
  while (line.starts_with('*')) line.remove_prefix(1);
  const std::size_t colon = line.substr(0, max_field_name).find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view name = line.substr(0, colon);
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = decode(name, &at);
    if (!is_letter(c) && c != '-' && c != ' ' && c != 0xa0) return {};
  }
  return name.substr(0, name.find_last_not_of(' ') + 1);
}

template <typename Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), fold(name)) != names.end();
}

/// "-----Original Message-----", "---------- Forwarded message ---------"
bool is_mail_rule(std::string_view line) {
  const std::size_t begin = line.find_first_not_of('-');
  const std::size_t end = line.find_last_not_of('-');
  return begin != std::string_view::npos && begin >= 3 && line.size() - end > 2 && line.size() <= max_short_line;
}

bool is_quoted(std::string_view line) { return line.starts_with('>'); }
bool is_quoted_twice(std::string_view line) { return line.starts_with(">>") || line.starts_with("> >"); }

class MailMarker {
 public:
  MailMarker(std::string_view text, std::vector<Line>* lines) : text_(text), lines_(*lines) {}

  void mark() {
    for (std::size_t i = 0; i < lines_.size();) i = std::max(i + 1, mark_header(i));
    find_salutation();
    mark_attributions();
    mark_quotations();
    mark_signature();
    mark_closing();
    mark_device();
    if (begins_with_salutation() && is_mail_) set(LineRole::heading, salutation_);
  }

 private:
  std::string_view shown(std::size_t i) const { return lines_[i].of(text_); }

  void set(LineRole role, std::size_t i) {
    lines_[i].role = role;
    lines_[i].content = lines_[i].first;
  }

  /// Marks the header that begins at line i, if there is one. Returns the index of the line after it.
  std::size_t mark_header(std::size_t i) {
    const bool after_rule = i > 0 && is_mail_rule(shown(i - 1));
    if (i > 0 && !after_rule && !lines_[i].after_blank) return i;
    std::size_t known = 0;
    std::size_t end = i;
    const std::size_t most = std::min(lines_.size(), i + most_header_lines);
    for (; end < most && (end == i || !lines_[end].after_blank); ++end) {
      const std::string_view name = field_name(shown(end));
      if (name.empty() && (end == i || lines_[end].indent() == 0)) break;
      if (is_one_of(name, field_names)) ++known;
    }
    if (known < (i == 0 || after_rule ? 2u : 3u)) return i;
    for (std::size_t k = i; k < end; ++k) mark_field(k);
    if (after_rule) set(LineRole::code, i - 1);
    is_mail_ = true;
    return end;
  }

  void mark_field(std::size_t i) {
    const std::string_view name = field_name(shown(i));
    if (name.empty()) return set(LineRole::code, i);  // the field of the line above goes on
    const auto end = static_cast<std::size_t>(name.data() - shown(i).data()) + name.size();
    const std::size_t value = shown(i).find_first_not_of(":* ", end);
    const bool subject = value != std::string_view::npos && is_one_of(name, subjects);
    set(subject ? LineRole::heading : LineRole::code, i);
    if (subject) lines_[i].content += static_cast<std::uint32_t>(value);
  }

  /// "On Mon, 3 Mar 2025, Ann wrote:" before a quotation or at its start, on up to four lines. It holds a date or an
  /// address, unlike the words that introduce a quotation in an essay.
  void mark_attributions() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (!is_quoted(shown(i)) || !shown(i - 1).ends_with(':')) continue;
      const std::size_t first = attribution_begin(i - 1);
      if (first == i) continue;
      for (std::size_t k = first; k < i; ++k) set(LineRole::code, k);
      is_mail_ = true;
    }
  }

  /// The first line of the attribution that ends on line `last`; `last` + 1 if there is none.
  std::size_t attribution_begin(std::size_t last) const {
    const bool quoted = is_quoted(shown(last));
    std::size_t first = last;
    while (first > 0 && last - first + 1 < max_attribution && !lines_[first].after_blank &&
           is_quoted(shown(first - 1)) == quoted && lines_[first - 1].role != LineRole::code)
      --first;
    const bool whole = first == 0 || lines_[first].after_blank || is_quoted(shown(first - 1)) != quoted;
    if (!whole || ends_sentence(shown(first))) first = last;
    for (std::size_t k = first; k <= last; ++k) {
      if (is_dated(shown(k))) return first;
    }
    return last + 1;
  }

  static bool is_dated(std::string_view line) { return line.find_first_of("0123456789@") != std::string_view::npos; }

  void mark_quotations() {
    for (std::size_t i = 0; i < lines_.size() && !is_mail_; ++i) is_mail_ = is_quoted_twice(shown(i));
    if (!is_mail_ && !begins_with_salutation() && !quotes_like_a_mail()) return;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_quoted(shown(i))) continue;
      set(LineRole::code, i);
      is_mail_ = true;
    }
  }

  /// Is the answer entirely above the quoted message, or between three parts of it? An essay continues after a
  /// quotation, and has headings.
  bool quotes_like_a_mail() const {
    std::size_t blocks = 0;
    std::size_t last_block = 0;  // lines
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (shown(i).starts_with('#')) return false;
      if (!is_quoted(shown(i))) continue;
      const bool begins = i == 0 || !is_quoted(shown(i - 1));
      blocks += begins;
      last_block = begins ? 1 : last_block + 1;
    }
    if (blocks == 0 || is_quoted(shown(0))) return false;
    return blocks >= 3 || (blocks == 1 && last_block >= 2 && is_quoted(shown(lines_.size() - 1)));
  }

  /// "Dear Ann," or "Hallo Ann!" or "Estimada Ann:" on a line of its own, before the message.
  void find_salutation() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i].role != LineRole::text) continue;
      const std::string_view line = shown(i);
      // "The poet wrote:" is not one.
      const bool colon = line.ends_with(':') && std::count(line.begin(), line.end(), ' ') <= 1;
      const bool mark = colon || line.ends_with(',') || line.ends_with('!') || line.ends_with("\uff0c");
      if (mark && lines_[i + 1].after_blank && is_brief(line)) salutation_ = i;
      return;
    }
  }

  bool begins_with_salutation() const { return salutation_ < lines_.size(); }

  static bool is_brief(std::string_view line) {
    return line.size() <= max_brief && std::count(line.begin(), line.end(), ' ') <= 3;
  }

  /// "Kind regards," and the names, addresses and numbers below it, up to the next blank line.
  void mark_closing() {
    if (!is_mail_ && !begins_with_salutation()) return;
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
      const bool closing = lines_[i].after_blank && lines_[i].role == LineRole::text && is_brief(shown(i)) &&
                           shown(i).ends_with(',') && !lines_[i + 1].after_blank && is_brief(shown(i + 1)) &&
                           !ends_sentence(shown(i + 1));
      if (!closing) continue;
      std::size_t end = i + 1;
      while (end < lines_.size() && !lines_[end].after_blank && !is_quoted(shown(end))) ++end;
      if (end - i > max_signature) continue;
      for (std::size_t k = i; k < end; ++k) set(LineRole::code, k);
      is_mail_ = true;
    }
  }

  /// "Sent from my phone", at the end or before the quoted message.
  void mark_device() {
    TopicFinder finder;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const bool last = i + 1 == lines_.size() || lines_[i + 1].role == LineRole::code;
      if (!last || !lines_[i].after_blank || lines_[i].role != LineRole::text || shown(i).size() > max_brief) continue;
      if (finder.find(shown(i), topic::device).has(topic::device)) set(LineRole::code, i);
    }
  }

  /// From "-- " to the end or to the quoted message. Without other signs of a mail, none of its lines may be long or
  /// end a sentence.
  void mark_signature() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (shown(i) != "--") continue;
      std::size_t end = i + 1;
      bool short_lines = true;
      for (; end < lines_.size() && end - i <= max_signature && !ends_signature(shown(end)); ++end) {
        short_lines = short_lines && shown(end).size() <= max_short_line && !ends_sentence(shown(end));
      }
      if (end - i > max_signature || !(is_mail_ || short_lines)) continue;
      for (std::size_t k = i; k < end; ++k) set(LineRole::code, k);
    }
  }

  static bool ends_signature(std::string_view line) { return is_quoted(line) || is_mail_rule(line); }
  static bool ends_sentence(std::string_view line) {
    return std::string_view(".!?").find(line.back()) != std::string_view::npos;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  bool is_mail_ = false;
  std::size_t salutation_ = static_cast<std::size_t>(-1);  // its line, if there is one
};

}  // namespace

void mark_mail(std::string_view text, std::vector<Line>* lines) { MailMarker(text, lines).mark(); }

}  // namespace tersely
