// SPDX-License-Identifier: MIT
// libyaml's messages in plain words. The scan has already named the usual causes of what they are about.
#pragma once

#include <string_view>

namespace broadside::yaml {

struct Explanation {
  std::string_view sentence, hint;
};

/// What a problem of libyaml means, found at the character `at`.
Explanation explain(std::string_view problem, char at);

}  // namespace broadside::yaml
