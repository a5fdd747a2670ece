// SPDX-License-Identifier: MIT
// What libyaml, which goes by YAML 1.1, would refuse or take for a line end, and YAML 1.2 takes as it is: the control
// characters U+0080 … U+009F, U+2028, U+2029, a U+FEFF within the text, U+FFFE and U+FFFF; and tabs where it wants
// spaces, though no column depends on them. Comes in: a text. Goes out: one of the same length in which others stand
// for them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::yaml {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class Disguise {
 public:
  /// `tabs` are the offsets of those that become spaces, counted from the start of `text`.
  Disguise(std::string_view text, const std::vector<std::size_t>& tabs);

  /// The text to read instead; empty if there is nothing to hide.
  [[nodiscard]] const std::string& worn() const { return worn_; }
  /// Puts the characters back into what was read.
  void take_off(std::string& value) const;

 private:
  void hide(std::string_view character, std::string_view text);

  std::string worn_;
  std::vector<std::pair<std::string, std::string>> masks_;  // character, what stands for it
};

}  // namespace broadside::yaml
