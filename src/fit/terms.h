// SPDX-License-Identifier: MIT
// Words that make things worth more: a variant's `focus`, and the terms of a job posting. Comes in: items with their
// printed text. Goes out: bonuses on their values, and which terms a page covers. Writes no text of its own.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fit/items.h"
#include "fit/knapsack.h"
#include "fit/report.h"
#include "resume/resume.h"

namespace broadside::fit {

/// What being in focus adds to the worth of a thing, once: as much as a whole thing of priority 3.
inline constexpr int kFocusBonus = 3;
/// What each term of the posting adds to a thing that carries it, and how many of them count.
inline constexpr int kTermBonus = 1;
inline constexpr int kMostTermBonus = 3;

/// A thing is in focus if one of the words is among its tags, or among those of what it stands in, or in its own text
/// (of several words: in a row, as in "machine learning"). Its short wording is in focus by tags, or by its own text.
/// Returns the words that no thing carries.
std::vector<std::string> add_focus(std::vector<Item>& items, const std::vector<std::string>& words,
                                   const std::string& locale);

/// Words as they are compared: without case, a plain English plural as its singular ("networks" is "network", "entries"
/// is "entry"), "C++" and "C#" whole. In their order.
struct FoldedWord {
  std::string folded;
  std::string typed;
};
std::vector<FoldedWord> folded_words(std::string_view text, const std::string& locale);

/// A job posting, read against a résumé. A term is a word of the posting that some thing of the résumé carries, or one
/// of its `keywords` of several words that stands in the posting. Not terms: words of one character, numbers, words
/// of grammar and of every posting (English), and words that more than a quarter of a résumé's things carry.
class Posting {
 public:
  Posting(std::string_view text, const std::vector<Item>& items, const resume::Resume& resume,
          const std::string& locale);
  void add_bonuses(std::vector<Item>& items) const;
  /// The terms in the order of the posting, then its words that the résumé does not have, the most frequent first.
  [[nodiscard]] std::vector<Term> terms(const std::vector<Item>& items,
                                        const std::vector<knapsack::Shown>& shown) const;

 private:
  /// Folded words with a blank before and after each, in which a term is looked for as " term ".
  struct Texts {
    std::string full, brief;
  };
  [[nodiscard]] int count(const std::string& text) const;

  std::vector<Texts> texts_;  // by item
  struct Entry {
    std::string needle;  // " deep learning "
    std::string typed;
    int times = 1;
    std::size_t first = 0;  // where in the posting
  };
  std::vector<Entry> terms_, missing_;
  std::set<std::string> single_;      // of terms_, those of one word
  std::vector<std::string> several_;  // and the others
};

}  // namespace broadside::fit
