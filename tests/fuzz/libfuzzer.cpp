// SPDX-License-Identifier: MIT
// libFuzzer's door to one target, named by FUZZ_TARGET in the environment: one program for all is linked once.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "targets.h"

namespace {

const broadside::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* name = std::getenv("FUZZ_TARGET");
  for (const broadside::fuzz::Target& target : broadside::fuzz::kTargets)
    if (name != nullptr && target.name == name) chosen = &target;
  if (chosen == nullptr) {
    std::fputs("FUZZ_TARGET names no target of tests/fuzz/targets.h\n", stderr);
    std::exit(2);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
