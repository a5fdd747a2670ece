// SPDX-License-Identifier: MIT
// Where words may be divided: libhyphen with the language's dictionary, under the rules of a résumé (no names,
// addresses, code, capitals). Comes in: text and its language. Goes out: byte offsets. Knows no fonts and no files:
// whoever makes the Hyphenator says how a dictionary is read, and none is before a word asks for it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/patterns.h"

struct _HyphenDict;

namespace broadside::text {

/// What becomes of words with capitals: names. A first letter alone is none in German, which writes every noun so.
enum class Capitals : std::uint8_t { Whole, Divide };

class Hyphenator {
 public:
  /// The bytes of the dictionary file of this name ("hyph_nl_NL.dic"); empty if there is none.
  using Reader = std::function<std::string(const std::string& name)>;

  explicit Hyphenator(Reader reader, Capitals capitals = Capitals::Whole);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  /// Bytes of `text` before which a line may start if a hyphen ends the line before, ascending. None for a language
  /// without a dictionary. `language` is BCP 47.
  std::vector<std::uint32_t> points(std::string_view text, std::string_view language);

 private:
  struct Language {
    std::unique_ptr<const Patterns> patterns;  ///< null where there is no dictionary
    /// Of words in small letters: in front of which bytes they are divided. Looked up only, never walked.
    std::unordered_map<std::string, std::vector<std::uint32_t>> known;
  };

  Language& language_of(const std::string& tag);
  static void learn(Language& language, std::string_view tag, std::vector<std::string> words);

  Reader reader_;
  Capitals capitals_;
  std::map<std::string, Language> languages_;  ///< by BCP 47
};

/// Names of the files that may hold a language's dictionary, best first: "nl" → hyph_nl.dic, hyph_nl_NL.dic.
std::vector<std::string> dictionary_names(std::string_view language);

/// Fewest letters before and after a hyphen that printers of a language accept.
struct HyphenMinimums {
  int before = 2;
  int after = 2;
};
HyphenMinimums hyphen_minimums(std::string_view language);

/// The dictionary's own notation in UTF-8: its first line names the encoding. Empty if that encoding is unknown.
std::string dictionary_as_utf8(std::string bytes);

}  // namespace broadside::text
