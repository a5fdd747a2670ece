// SPDX-License-Identifier: MIT
// The only door to libharu: its object layer (dictionaries, arrays, cross-reference list) as small checked handles.
// Comes in: values to store. Goes out: numbered objects and their serialised text. Every call is checked at once,
// because libharu's error state is sticky and an unchecked second call may crash; a failure is thrown as Failure
// after the C call has returned, never through it. Knows no fonts, pages or tags.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// libharu's own record names, declared here to keep its headers out of ours.
struct _HPDF_Dict_Rec;
struct _HPDF_Array_Rec;

namespace broadside::pdf {

/// Something libharu refuses (a limit of PDF, no memory). write() turns it into a Diagnostic.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// PDF/A-1's limit; later parts drop it, but old readers keep to it and libharu itself ends at 32,767.
inline constexpr std::size_t kMaxArray = 8191;
/// Longest string object of PDF/A-2 (ISO 19005-2, 6.1.13), in bytes.
inline constexpr std::size_t kMaxString = 32767;

class Array;
class Objects;

/// Handle of a dictionary that lives in an Objects. Each setter replaces an earlier value of the same key and
/// throws Failure if the value is beyond PDF's limits. Returns itself for chaining.
class Dict {
 public:
  Dict() = default;
  Dict& name(const char* key, const std::string& value);
  Dict& number(const char* key, int value);
  /// At most 5 decimals reach the file; |value| < 32767.
  Dict& real(const char* key, double value);
  Dict& boolean(const char* key, bool value);
  /// A literal string of 7-bit characters.
  Dict& ascii(const char* key, const std::string& value);
  /// A text string: UTF-16BE behind a byte order mark.
  Dict& text(const char* key, std::string_view utf8);
  /// A reference to a numbered object.
  Dict& refer(const char* key, const Dict& target);
  Dict& refer(const char* key, const Array& target);
  /// A new direct object under the key.
  [[nodiscard]] Dict dict(const char* key);
  [[nodiscard]] Array array(const char* key);

  /// The object number; 0 for a direct object.
  [[nodiscard]] std::uint32_t id() const;
  explicit operator bool() const { return handle_ != nullptr; }

 private:
  friend class Array;
  friend class Objects;
  Dict(_HPDF_Dict_Rec* handle, Objects* owner) : handle_(handle), owner_(owner) {}
  void put(const char* key, void* object);
  _HPDF_Dict_Rec* handle_ = nullptr;
  Objects* owner_ = nullptr;
};

/// Handle of an array; as Dict. Holds at most kMaxArray items.
class Array {
 public:
  Array() = default;
  Array& name(const std::string& value);
  Array& number(int value);
  Array& real(double value);
  Array& bytes(std::string_view value);
  Array& null();
  Array& refer(const Dict& target);
  Array& refer(const Array& target);
  [[nodiscard]] Dict dict();
  [[nodiscard]] Array array();
  [[nodiscard]] std::size_t size() const;
  explicit operator bool() const { return handle_ != nullptr; }

 private:
  friend class Dict;
  friend class Objects;
  Array(_HPDF_Array_Rec* handle, Objects* owner) : handle_(handle), owner_(owner) {}
  void put(void* object);
  _HPDF_Array_Rec* handle_ = nullptr;
  Objects* owner_ = nullptr;
};

/// All numbered objects of one file, in libharu's cross-reference list.
class Objects {
 public:
  Objects();
  ~Objects();
  Objects(const Objects&) = delete;
  Objects& operator=(const Objects&) = delete;

  /// New numbered objects.
  [[nodiscard]] Dict dict();
  [[nodiscard]] Array array();
  /// A numbered stream. `data` is written as it is; a filter already applied is named by the caller in the
  /// dictionary. /Length is set here.
  [[nodiscard]] Dict stream(std::string data);

  /// Nothing more will be changed in this numbered dictionary: keeps its text only, a tenth of what libharu needs for
  /// it. It can still be referred to.
  void finish(Dict& object);
  /// The same for a dictionary into which nothing was put: `text` is all of it.
  void finish(const Dict& object, std::string text);
  /// A number as libharu writes it; |value| < 32767.
  [[nodiscard]] std::string real_text(double value) const;

  /// Objects are numbered 1 … count().
  [[nodiscard]] std::uint32_t count() const;
  /// Null unless object `id` is a stream.
  [[nodiscard]] const std::string* stream_data(std::uint32_t id) const;
  /// Appends the value of object `id` (for a stream: its dictionary) as PDF syntax.
  void serialize(std::uint32_t id, std::string& out) const;

 private:
  friend class Dict;
  friend class Array;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadside::pdf
