// SPDX-License-Identifier: MIT
// Bytes → the same bytes for PDF's FlateDecode filter, alone or as a stream object.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pdf/haru.h"

namespace broadside::pdf {

/// libdeflate with its tables of some 300 KB, made once for a document and not for each of its thirty streams.
class Deflater {
 public:
  /// `on` false: streams are stored as they are.
  explicit Deflater(bool on);
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  [[nodiscard]] bool on() const { return state_ != nullptr; }
  /// zlib format (RFC 1950); the bytes themselves when off. Throws std::bad_alloc only.
  std::string operator()(std::string_view bytes);
  /// A new stream object holding the bytes.
  Dict stream(Objects& objects, std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadside::pdf
