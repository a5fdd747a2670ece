// SPDX-License-Identifier: MIT
#include "host/memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace broadside::host {

void prepare_memory() {
  mallopt(M_TOP_PAD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
#ifdef MADV_POPULATE_WRITE
  // A résumé of three pages takes some 2 MB. One call for most of them costs a third of as many page faults; a kernel
  // older than 5.14 refuses it, and nothing is lost.
  constexpr std::size_t kAtOnce = std::size_t{3} << 19;
  void* piece = std::malloc(kAtOnce);
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(piece) + page - 1) / page * page;
  std::free(piece);  // back to the heap, which keeps its pages
  if (piece != nullptr) madvise(reinterpret_cast<void*>(begin), kAtOnce - page, MADV_POPULATE_WRITE);
#endif
}

}  // namespace broadside::host
