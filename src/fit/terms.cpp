// SPDX-License-Identifier: MIT
#include "fit/terms.h"

#include <algorithm>
#include <map>
#include <utility>

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

/// Calls visit(" word ") for each word of a blanked text.
template <typename Visit>
void each_word(const std::string& blanked, const Visit& visit) {
  for (std::size_t at = 0, end = 0; at + 1 < blanked.size(); at = end) {
    end = blanked.find(' ', at + 1);
    visit(blanked.substr(at, end - at + 1));
  }
}

/// Of more than one word: such needles are searched for, single words are looked up.
bool of_several(const std::string& needle) { return std::count(needle.begin(), needle.end(), ' ') > 2; }

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
  std::map<std::string, bool> single, several;  // whether anything carries them
  std::vector<std::string> needles;
  for (const std::string& word : words) {
    needles.push_back(blanked(word, locale));
    if (needles.back().size() >= 2) (of_several(needles.back()) ? several : single)[needles.back()] = false;
  }
  const auto found = [&](const std::string& text) {
    bool any = false;
    each_word(text, [&](const std::string& word) {
      const auto known = single.find(word);
      if (known != single.end()) known->second = any = true;
    });
    for (auto& [needle, carried] : several) {
      if (contains(text, needle)) carried = any = true;
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
    const std::map<std::string, bool>& among = of_several(needles[i]) ? several : single;
    const auto known = among.find(needles[i]);
    if (known == among.end() || !known->second) unused.push_back(words[i]);
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
  std::map<std::string, std::size_t> carriers;  // of single words
  for (const Texts& own : texts_) {
    std::set<std::string> unique;
    each_word(own.full, [&](std::string word) { unique.insert(std::move(word)); });
    for (const std::string& word : unique) ++carriers[word];
  }
  const auto carried = [&](const std::string& needle) {
    return std::count_if(texts_.begin(), texts_.end(), [&](const Texts& own) { return contains(own.full, needle); });
  };
  const std::vector<FoldedWord> words = folded_words(text, locale);
  std::string whole = " ";
  struct Written {
    std::size_t first = 0;  // where
    int times = 0;
  };
  std::map<std::string, Written> written;
  for (const FoldedWord& word : words) {
    const auto [known, added] = written.try_emplace(" " + word.folded + " ");
    if (added) known->second.first = whole.size() - 1;
    ++known->second.times;
    whole += word.folded + " ";
  }

  std::vector<std::string> skills;
  for (const resume::Section& section : resume.sections) {
    keywords_of(section.keywords, skills);
    keywords_of(section.entries, skills);
    for (const resume::Group& group : section.groups) keywords_of(group.entries, skills);
  }
  std::set<std::string> known;
  for (const std::string& skill : skills) {
    const std::string needle = blanked(skill, locale);
    // Searched for only where its first word is written.
    if (!of_several(needle) || !written.contains(needle.substr(0, needle.find(' ', 1) + 1))) continue;
    const std::size_t first = whole.find(needle);
    if (first == std::string::npos || carried(needle) == 0 || !known.insert(needle).second) continue;
    terms_.push_back({needle, skill, occurrences(whole, needle), first});
  }
  for (const FoldedWord& word : words) {
    const std::string needle = " " + word.folded + " ";
    if (common(word.folded) || !known.insert(needle).second) continue;
    const auto carrier = carriers.find(needle);
    const std::size_t count = carrier != carriers.end() ? carrier->second : 0;
    // On a short résumé a quarter is soon reached.
    if (count * 4 > std::max<std::size_t>(things, 12)) continue;
    const Written& own = written.at(needle);
    (count > 0 ? terms_ : missing_).push_back({needle, word.typed, own.times, own.first});
  }
  std::stable_sort(terms_.begin(), terms_.end(), [](const Entry& a, const Entry& b) { return a.first < b.first; });
  for (const Entry& term : terms_) {
    if (of_several(term.needle)) {
      several_.push_back(term.needle);
    } else {
      single_.insert(term.needle);
    }
  }
  std::stable_sort(missing_.begin(), missing_.end(), [](const Entry& a, const Entry& b) { return a.times > b.times; });
}

int Posting::count(const std::string& text) const {
  std::set<std::string> found;
  each_word(text, [&](const std::string& word) {
    if (single_.contains(word)) found.insert(word);
  });
  std::size_t count = found.size();
  for (const std::string& needle : several_) {
    if (static_cast<int>(count) * kTermBonus >= kMostTermBonus) break;
    if (contains(text, needle)) ++count;
  }
  return std::min(static_cast<int>(count) * kTermBonus, kMostTermBonus);
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
  std::vector<const std::string*> texts;
  std::set<std::string> words;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (shown[i] == knapsack::Shown::Full) texts.push_back(&texts_[i].full);
    if (shown[i] == knapsack::Shown::Short) texts.push_back(&texts_[i].brief);
  }
  for (const std::string* text : texts) each_word(*text, [&](std::string word) { words.insert(std::move(word)); });
  for (const Entry& term : terms_) {
    Term& told = out.emplace_back(Term{term.typed, Term::Place::LeftOut, term.times});
    const bool several = of_several(term.needle) && std::any_of(texts.begin(), texts.end(), [&](const auto* text) {
                           return contains(*text, term.needle);
                         });
    if (several || words.contains(term.needle)) told.place = Term::Place::Shown;
  }
  for (const Entry& word : missing_) out.push_back({word.typed, Term::Place::Missing, word.times});
  return out;
}

}  // namespace broadside::fit
