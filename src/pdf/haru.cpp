// SPDX-License-Identifier: MIT
// libharu's object layer behind checked handles. Comes in: values. Goes out: serialised objects.
// libharu's document, text, image and PDF/A code stays unused: see docs in haru.h and src/README.md.
#include "pdf/haru.h"

#include <hpdf.h>
#include <hpdf_objects.h>

#include <cmath>
#include <limits>
#include <utility>

#include "pdf/utf16.h"

namespace broadside::pdf {

struct Objects::Impl {
  HPDF_Error_Rec error{};
  HPDF_MMgr memory = nullptr;
  HPDF_Xref xref = nullptr;
  std::vector<std::unique_ptr<std::string>> streams;  // by object number
  std::vector<std::string> finished;                  // by object number: their text, or empty

  Impl() {
    HPDF_Error_Init(&error, nullptr);
    // No pool: libharu's pool aligns to 4 bytes only, and its free is then a no-op.
    memory = HPDF_MMgr_New(&error, 0, nullptr, nullptr);
    if (memory != nullptr) xref = HPDF_Xref_New(memory, 0);
    if (xref == nullptr) {
      if (memory != nullptr) HPDF_MMgr_Free(memory);
      throw Failure("out of memory");
    }
  }
  ~Impl() {
    HPDF_Xref_Free(xref);
    HPDF_MMgr_Free(memory);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  [[noreturn]] void fail(HPDF_STATUS status) {
    const HPDF_STATUS code = error.error_no != HPDF_OK ? error.error_no : status;
    HPDF_Error_Reset(&error);
    char text[64];
    std::snprintf(text, sizeof text, "libharu error 0x%04lx", static_cast<unsigned long>(code));
    throw Failure(text);
  }
  void check(HPDF_STATUS status) {
    if (status != HPDF_OK) fail(status);
  }
  template <typename T>
  T made(T object) {
    if (object == nullptr) fail(HPDF_FAILD_TO_ALLOC_MEM);
    return object;
  }

  HPDF_Number number(int value) { return made(HPDF_Number_New(memory, value)); }
  HPDF_Real real(double value) {
    if (!std::isfinite(value) || std::fabs(value) >= 32767) throw Failure("a number beyond the range of PDF");
    return made(HPDF_Real_New(memory, static_cast<HPDF_REAL>(value)));
  }
  HPDF_Name name(const std::string& value) {
    if (value.empty() || value.size() > 127) throw Failure("a name longer than PDF allows");
    return made(HPDF_Name_New(memory, value.c_str()));
  }
  HPDF_Binary binary(std::string_view value) {
    if (value.empty() || value.size() > kMaxString) throw Failure("a string longer than PDF/A allows");
    std::string copy(value);  // libharu takes a mutable pointer, but only copies from it
    return made(
        HPDF_Binary_New(memory, reinterpret_cast<HPDF_BYTE*>(copy.data()), static_cast<HPDF_UINT>(copy.size())));
  }
  HPDF_String string(const std::string& value) {
    if (value.size() > kMaxString) throw Failure("a string longer than PDF/A allows");
    return made(HPDF_String_New(memory, value.c_str(), nullptr));
  }
  HPDF_Dict dict() { return made(HPDF_Dict_New(memory)); }
  HPDF_Array array() { return made(HPDF_Array_New(memory)); }
};

namespace {

std::uint32_t object_id(const HPDF_Obj_Header& header) { return header.obj_id & 0x00FFFFFFU; }

HPDF_STATUS append_to_string(HPDF_Stream stream, const HPDF_BYTE* data, HPDF_UINT size) {
  try {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(data), size);
    return HPDF_OK;
  } catch (...) {  // nothing may be thrown through libharu's frames
    return HPDF_FAILD_TO_ALLOC_MEM;
  }
}

}  // namespace

void Dict::put(const char* key, void* object) { owner_->impl_->check(HPDF_Dict_Add(handle_, key, object)); }

Dict& Dict::name(const char* key, const std::string& value) {
  put(key, owner_->impl_->name(value));
  return *this;
}
Dict& Dict::number(const char* key, int value) {
  put(key, owner_->impl_->number(value));
  return *this;
}
Dict& Dict::real(const char* key, double value) {
  put(key, owner_->impl_->real(value));
  return *this;
}
Dict& Dict::boolean(const char* key, bool value) {
  put(key, owner_->impl_->made(HPDF_Boolean_New(owner_->impl_->memory, value ? HPDF_TRUE : HPDF_FALSE)));
  return *this;
}
Dict& Dict::ascii(const char* key, const std::string& value) {
  put(key, owner_->impl_->string(value));
  return *this;
}
Dict& Dict::text(const char* key, std::string_view utf8) {
  put(key, owner_->impl_->binary(to_utf16be_with_mark(utf8)));
  return *this;
}
Dict& Dict::refer(const char* key, const Dict& target) {
  put(key, target.handle_);
  return *this;
}
Dict& Dict::refer(const char* key, const Array& target) {
  put(key, target.handle_);
  return *this;
}
Dict Dict::dict(const char* key) {
  Dict child(owner_->impl_->dict(), owner_);
  put(key, child.handle_);
  return child;
}
Array Dict::array(const char* key) {
  Array child(owner_->impl_->array(), owner_);
  put(key, child.handle_);
  return child;
}
std::uint32_t Dict::id() const { return handle_ == nullptr ? 0 : object_id(handle_->header); }

void Array::put(void* object) {
  if (size() >= kMaxArray) {
    HPDF_Obj_Free(owner_->impl_->memory, object);
    throw Failure("an array longer than 8,191 items");
  }
  owner_->impl_->check(HPDF_Array_Add(handle_, object));
}
Array& Array::name(const std::string& value) {
  put(owner_->impl_->name(value));
  return *this;
}
Array& Array::number(int value) {
  put(owner_->impl_->number(value));
  return *this;
}
Array& Array::real(double value) {
  put(owner_->impl_->real(value));
  return *this;
}
Array& Array::bytes(std::string_view value) {
  put(owner_->impl_->binary(value));
  return *this;
}
Array& Array::null() {
  put(owner_->impl_->made(HPDF_Null_New(owner_->impl_->memory)));
  return *this;
}
Array& Array::refer(const Dict& target) {
  put(target.handle_);
  return *this;
}
Array& Array::refer(const Array& target) {
  put(target.handle_);
  return *this;
}
Dict Array::dict() {
  Dict child(owner_->impl_->dict(), owner_);
  put(child.handle_);
  return child;
}
Array Array::array() {
  Array child(owner_->impl_->array(), owner_);
  put(child.handle_);
  return child;
}
std::size_t Array::size() const { return HPDF_Array_Items(handle_); }

Objects::Objects() : impl_(std::make_unique<Impl>()) {}
Objects::~Objects() = default;

Dict Objects::dict() {
  HPDF_Dict handle = impl_->dict();
  impl_->check(HPDF_Xref_Add(impl_->xref, handle));
  return Dict(handle, this);
}

Array Objects::array() {
  HPDF_Array handle = impl_->array();
  impl_->check(HPDF_Xref_Add(impl_->xref, handle));
  return Array(handle, this);
}

Dict Objects::stream(std::string data) {
  // libharu's own streams write /Length as a further numbered object and deflate at a fixed level; ours keep the
  // bytes beside the dictionary.
  if (data.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) throw Failure("a stream above 2 GiB");
  Dict handle = dict();
  handle.number("Length", static_cast<int>(data.size()));
  impl_->streams.resize(handle.id() + 1);
  impl_->streams[handle.id()] = std::make_unique<std::string>(std::move(data));
  return handle;
}

std::uint32_t Objects::count() const {
  // Entry 0 is the head of the free list.
  return static_cast<std::uint32_t>(impl_->xref->entries->count) - 1;
}

const std::string* Objects::stream_data(std::uint32_t id) const {
  return id < impl_->streams.size() ? impl_->streams[id].get() : nullptr;
}

void Objects::finish(const Dict& object, std::string text) {
  if (object.id() >= impl_->finished.size()) impl_->finished.resize(object.id() + std::size_t{1});
  impl_->finished[object.id()] = std::move(text);
}

std::string Objects::real_text(double value) const {
  std::string out;
  HPDF_Real real = impl_->real(value);
  HPDF_Stream stream = impl_->made(HPDF_CallbackWriter_New(impl_->memory, append_to_string, &out));
  const HPDF_STATUS status = HPDF_Obj_WriteValue(real, stream, nullptr);
  HPDF_Stream_Free(stream);
  HPDF_Obj_Free(impl_->memory, real);
  impl_->check(status);
  return out;
}

void Objects::finish(Dict& object) {
  std::string text;
  serialize(object.id(), text);
  finish(object, std::move(text));
  HPDF_List entries = object.handle_->list;
  while (entries->count > 0) {
    const auto* entry = static_cast<HPDF_DictElement>(HPDF_List_ItemAt(entries, entries->count - 1));
    impl_->check(HPDF_Dict_RemoveElement(object.handle_, entry->key));
  }
}

void Objects::serialize(std::uint32_t id, std::string& out) const {
  if (id < impl_->finished.size() && !impl_->finished[id].empty()) {
    out += impl_->finished[id];
    return;
  }
  HPDF_XrefEntry entry = HPDF_Xref_GetEntry(impl_->xref, id);
  if (entry == nullptr || entry->obj == nullptr) impl_->fail(HPDF_INVALID_OBJ_ID);
  HPDF_Stream stream = impl_->made(HPDF_CallbackWriter_New(impl_->memory, append_to_string, &out));
  const HPDF_STATUS status = HPDF_Obj_WriteValue(entry->obj, stream, nullptr);
  HPDF_Stream_Free(stream);
  impl_->check(status);
}

}  // namespace broadside::pdf
