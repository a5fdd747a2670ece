// SPDX-License-Identifier: MIT
#include "fit/terms.h"

#include <algorithm>

#include "flow/plain_text.h"
#include "unicode/breaks.h"
#include "unicode/letter_case.h"

namespace broadside::fit {
namespace {

// Words of English grammar, and those that stand in any posting and tell nothing about it.
constexpr std::string_view kCommonWords =
    " a about above across after all also am an and any are as at be been before being below best better between both "
    "but by can could did do does doing down during each either etc every few for from further good great had has have "
    "having he help her here high him his how i if in into is it its just least less like look looking make many may "
    "me "
    "more most much must my new no nor not of off on once one only or other our out over own per plus same she should "
    "since so some such than that the their them then there these they this those through to too two under until up us "
    "use used using very via was we well were what when where which while who why will with within without work would "
    "year you your ability able apply applicant background bonus candidate career class closely collaborate company "
    "day degree desired develop developed developer development employee employer environment equal excellent "
    "experience familiar familiarity get including industry intern internship job join know knowledge level need offer "
    "opportunity part passion passionate people person plus position preferred proven qualification related relevant "
    "required requirement responsibilities responsibility responsible role salary seeking senior skill solid strong "
    "support take team time understanding want way working world yearly ";

std::string singular(std::string word) {
  const auto ends = [&word](std::string_view tail) { return word.ends_with(tail); };
  if (word.size() > 4 && ends("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 4 && (ends("sses") || ends("xes") || ends("ches") || ends("shes"))) {
    return word.substr(0, word.size() - 2);
  }
  if (word.size() > 3 && ends("s") && !ends("ss") && !ends("us") && !ends("is")) word.pop_back();
  return word;
}

std::string blanked(std::string_view text, const std::string& locale) {
  std::string out = " ";
  for (const FoldedWord& word : folded_words(text, locale)) out += word.folded + " ";
  return out;
}

bool common(const std::string& word) {
  if (word.size() < 2) return true;
  if (std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return true;
  return kCommonWords.find(" " + word + " ") != std::string_view::npos;
}

bool contains(const std::string& text, const std::string& needle) { return text.find(needle) != std::string::npos; }

int occurrences(const std::string& text, const std::string& needle) {
  int count = 0;
  // The blank at the end of one is the one before the next.
  for (std::size_t at = 0; (at = text.find(needle, at)) != std::string::npos; at += needle.size() - 1) ++count;
  return count;
}

void keywords_of(const std::vector<resume::KeywordLine>& lines, std::vector<std::string>& out) {
  for (const resume::KeywordLine& line : lines) {
    for (const resume::RichText& keyword : line.keywords) out.push_back(keyword.text);
  }
}

void keywords_of(const std::vector<resume::Entry>& entries, std::vector<std::string>& out) {
  for (const resume::Entry& entry : entries) {
    keywords_of(entry.keywords, out);
    keywords_of(entry.positions, out);
  }
}

}  // namespace

std::vector<FoldedWord> folded_words(std::string_view text, const std::string& locale) {
  std::vector<FoldedWord> out;
  for (const unicode::Word& word : unicode::words(text, locale)) {
    std::size_t end = word.end;
    while (end < text.size() && (text[end] == '+' || text[end] == '#')) ++end;
    const std::string typed(text.substr(word.begin, end - word.begin));
    std::string folded = unicode::to_lower(typed, locale);
    out.push_back({end == word.end ? singular(std::move(folded)) : std::move(folded), typed});
  }
  return out;
}

std::vector<std::string> add_focus(std::vector<Item>& items, const std::vector<std::string>& words,
                                   const std::string& locale) {
  struct Needle {
    std::string text;
    bool carried = false;
  };
  std::vector<Needle> needles;
  for (const std::string& word : words) needles.push_back({blanked(word, locale)});
  const auto found = [&needles](const std::string& text) {
    bool any = false;
    for (Needle& needle : needles) {
      if (needle.text.size() < 2 || !contains(text, needle.text)) continue;
      needle.carried = any = true;
    }
    return any;
  };
  std::vector<bool> tagged(items.size(), false);
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    tagged[i] = item.parent >= 0 && tagged[static_cast<std::size_t>(item.parent)];
    for (const std::string& tag : item.part->meta.tags) tagged[i] = found(blanked(tag, locale)) || tagged[i];
    if (item.id == 0 || item.heading) continue;
    // Also where the tags decide: each word is to be seen where it is carried.
    const bool in_text = found(blanked(flow::plain_text(*item.part), locale));
    if (tagged[i] || in_text) item.bonus += kFocusBonus;
    if (item.has_short()) {
      const bool in_short = found(blanked(flow::plain_text(item.part->short_form.front()), locale));
      if (tagged[i] || in_short) item.short_bonus += kFocusBonus;
    }
    set_worth(item, item.part->meta.priority);
  }
  settle(items);
  std::vector<std::string> unused;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!needles[i].carried) unused.push_back(words[i]);
  }
  return unused;
}

Posting::Posting(std::string_view text, const std::vector<Item>& items, const resume::Resume& resume,
                 const std::string& locale) {
  std::size_t things = 0;
  for (const Item& item : items) {
    Texts& own = texts_.emplace_back();
    own.full = blanked(flow::plain_text(*item.part), locale);
    if (item.has_short()) own.brief = blanked(flow::plain_text(item.part->short_form.front()), locale);
    if (item.id != 0 && !item.heading) ++things;
  }
  const auto carried = [&](const std::string& needle) {
    return std::count_if(texts_.begin(), texts_.end(), [&](const Texts& own) { return contains(own.full, needle); });
  };
  const std::vector<FoldedWord> words = folded_words(text, locale);
  std::string whole = " ";
  for (const FoldedWord& word : words) whole += word.folded + " ";

  std::vector<std::string> skills;
  for (const resume::Section& section : resume.sections) {
    keywords_of(section.keywords, skills);
    keywords_of(section.entries, skills);
    for (const resume::Group& group : section.groups) keywords_of(group.entries, skills);
  }
  std::set<std::string> known;
  for (const std::string& skill : skills) {
    const std::string needle = blanked(skill, locale);
    const bool several = std::count(needle.begin(), needle.end(), ' ') > 2;
    if (!several || !contains(whole, needle) || carried(needle) == 0 || !known.insert(needle).second) continue;
    terms_.push_back({needle, skill, occurrences(whole, needle)});
  }
  for (const FoldedWord& word : words) {
    const std::string needle = " " + word.folded + " ";
    if (common(word.folded) || !known.insert(needle).second) continue;
    const auto count = static_cast<std::size_t>(carried(needle));
    // On a short résumé a quarter is soon reached.
    if (count * 4 > std::max<std::size_t>(things, 12)) continue;
    (count > 0 ? terms_ : missing_).push_back({needle, word.typed, occurrences(whole, needle)});
  }
  std::stable_sort(terms_.begin(), terms_.end(),
                   [&whole](const Entry& a, const Entry& b) { return whole.find(a.needle) < whole.find(b.needle); });
  std::stable_sort(missing_.begin(), missing_.end(), [](const Entry& a, const Entry& b) { return a.times > b.times; });
}

int Posting::count(const std::string& text) const {
  const auto found =
      std::count_if(terms_.begin(), terms_.end(), [&text](const Entry& term) { return contains(text, term.needle); });
  return std::min(static_cast<int>(found) * kTermBonus, kMostTermBonus);
}

void Posting::add_bonuses(std::vector<Item>& items) const {
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    if (item.id == 0 || item.heading) continue;
    item.bonus += count(texts_[i].full);
    item.short_bonus += count(texts_[i].brief);
    set_worth(item, item.part->meta.priority);
  }
  settle(items);
}

std::vector<Term> Posting::terms(const std::vector<Item>& items, const std::vector<knapsack::Shown>& shown) const {
  std::vector<Term> out;
  for (const Entry& term : terms_) {
    Term& told = out.emplace_back(Term{term.typed, Term::Place::LeftOut, term.times});
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool full = shown[i] == knapsack::Shown::Full && contains(texts_[i].full, term.needle);
      const bool brief = shown[i] == knapsack::Shown::Short && contains(texts_[i].brief, term.needle);
      if (full || brief) told.place = Term::Place::Shown;
    }
  }
  for (const Entry& word : missing_) out.push_back({word.typed, Term::Place::Missing, word.times});
  return out;
}

}  // namespace broadside::fit
