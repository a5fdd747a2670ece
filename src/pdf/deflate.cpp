// SPDX-License-Identifier: MIT
// Bytes → zlib stream. Comes in: any bytes. Goes out: what FlateDecode reads.
#include "pdf/deflate.h"

#include <zlib.h>

#include <new>

namespace broadside::pdf {

std::string deflate(std::string_view bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  // The buffer is as large as zlib can need, so memory is the only way to fail.
  if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                static_cast<uLong>(bytes.size()), Z_DEFAULT_COMPRESSION) != Z_OK) {
    throw std::bad_alloc();
  }
  out.resize(size);
  return out;
}

Dict make_stream(Objects& objects, std::string_view bytes, bool compress) {
  if (!compress) return objects.stream(std::string(bytes));
  return objects.stream(deflate(bytes)).name("Filter", "FlateDecode");
}

}  // namespace broadside::pdf
