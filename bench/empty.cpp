// SPDX-License-Identifier: MIT
// Linked to every library that broadside is linked to, and does nothing but read and parse the YAML file that it is
// given, if any: what no change of ours can save.
#include "diag/diagnostic.h"
#include "host/read_file.h"
#include "yaml/parse.h"

int main(int count, char** words) {
  if (count < 2) return 0;
  const broadside::host::FileRead file = broadside::host::read_trusted(words[1], broadside::host::kInputCap);
  broadside::Sources sources;
  broadside::Diagnostics diagnostics;
  const auto source = sources.add(words[1], file.bytes);
  return broadside::yaml::parse(sources, source, diagnostics) ? 0 : 1;
}
