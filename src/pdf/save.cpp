// SPDX-License-Identifier: MIT
// A PDF writer: header, objects, cross-reference section, trailer (ISO 32000-1, 7.5).
#include "pdf/save.h"

#include <hpdf.h>
#include <hpdf_encrypt.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "pdf/utf16.h"

namespace broadside::pdf {

namespace {

/// Where an object lies: at a byte of the file, or as the n-th of an object stream.
struct Place {
  bool in_stream = false;
  std::uint64_t offset_or_stream = 0;
  std::uint32_t index = 0;
};

/// Objects in one object stream. More compress better, but a reader unpacks all of them to get at one.
constexpr std::size_t kPerStream = 200;

std::string hash_of(std::string_view bytes) {
  HPDF_MD5_CTX context;
  HPDF_MD5Init(&context);
  for (std::size_t at = 0; at < bytes.size();) {  // libharu counts in 32 bits
    const std::size_t part = std::min<std::size_t>(bytes.size() - at, 1U << 30U);
    HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(bytes.data() + at), static_cast<HPDF_UINT32>(part));
    at += part;
  }
  std::array<HPDF_BYTE, 16> digest{};
  HPDF_MD5Final(digest.data(), &context);
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

void append_number(std::uint64_t value, int bytes, std::string& out) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>((value >> shift) & 0xFFU);
}

class Writer {
 public:
  Writer(Objects& objects, Deflater& deflater, bool object_streams)
      : objects_(objects), deflater_(deflater), object_streams_(object_streams) {
    // The comment of four high bytes tells transfer programs that the file is binary (ISO 19005-2, 6.1.2).
    out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  }

  std::string finish(const Dict& catalog, const Dict& info) {
    places_.resize(objects_.count() + std::size_t{1});
    std::vector<std::uint32_t> plain;
    for (std::uint32_t id = 1; id < places_.size(); ++id) {
      if (objects_.stream_data(id) != nullptr || !object_streams_) {
        write_object(id);
      } else {
        plain.push_back(id);
      }
    }
    for (std::size_t first = 0; first < plain.size(); first += kPerStream) {
      const auto begin = plain.begin() + static_cast<std::ptrdiff_t>(first);
      write_object_stream(
          {begin, plain.begin() + static_cast<std::ptrdiff_t>(std::min(first + kPerStream, plain.size()))});
    }
    const std::uint64_t start = out_.size();
    const std::string hash = to_hex(hash_of(out_));
    const std::string id = "[<" + hash + "> <" + hash + ">]";
    const std::string entries =
        "/Root " + std::to_string(catalog.id()) + " 0 R /Info " + std::to_string(info.id()) + " 0 R /ID " + id;
    if (object_streams_) {
      write_xref_stream(entries);
    } else {
      write_xref_table(entries);
    }
    out_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
    return std::move(out_);
  }

 private:
  void write_object(std::uint32_t id) {
    places_[id] = {false, out_.size(), 0};
    out_ += std::to_string(id) + " 0 obj\n";
    objects_.serialize(id, out_);
    if (const std::string* data = objects_.stream_data(id)) append_stream(*data);
    out_ += "\nendobj\n";
  }

  void append_stream(const std::string& data) {
    out_ += "\nstream\n";
    out_ += data;
    out_ += "\nendstream";
  }

  /// ISO 32000-1, 7.5.7: pairs of number and offset, then the objects themselves.
  void write_object_stream(const std::vector<std::uint32_t>& ids) {
    const std::size_t self = places_.size();
    std::string index, values;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      index += std::to_string(ids[i]) + ' ' + std::to_string(values.size()) + ' ';
      objects_.serialize(ids[i], values);
      values += '\n';
      places_[ids[i]] = {true, self, static_cast<std::uint32_t>(i)};
    }
    places_.push_back({false, out_.size(), 0});
    const std::string data = deflater_(index + values);
    out_ += std::to_string(self) + " 0 obj\n<</Type /ObjStm /N " + std::to_string(ids.size()) + " /First " +
            std::to_string(index.size()) + " /Length " + std::to_string(data.size()) + filter() + ">>";
    append_stream(data);
    out_ += "\nendobj\n";
  }

  /// ISO 32000-1, 7.5.8: for each object a type (1 byte), an offset or stream number (4), an index (2).
  void write_xref_stream(const std::string& entries) {
    const std::size_t self = places_.size();
    places_.push_back({false, out_.size(), 0});
    std::string table;
    append_number(0, 1, table);
    append_number(0, 4, table);
    append_number(0xFFFF, 2, table);
    for (std::size_t id = 1; id < places_.size(); ++id) {
      append_number(places_[id].in_stream ? 2 : 1, 1, table);
      append_number(places_[id].offset_or_stream, 4, table);
      append_number(places_[id].index, 2, table);
    }
    const std::string data = deflater_(table);
    out_ += std::to_string(self) + " 0 obj\n<</Type /XRef /Size " + std::to_string(places_.size()) + " /W [1 4 2] " +
            entries + " /Length " + std::to_string(data.size()) + filter() + ">>";
    append_stream(data);
    out_ += "\nendobj\n";
  }

  void write_xref_table(const std::string& entries) {
    out_ += "xref\n0 " + std::to_string(places_.size()) + "\n0000000000 65535 f \n";
    for (std::size_t id = 1; id < places_.size(); ++id) {
      const std::string offset = std::to_string(places_[id].offset_or_stream);
      out_ += std::string(10 - std::min<std::size_t>(offset.size(), 10), '0') + offset + " 00000 n \n";
    }
    out_ += "trailer\n<</Size " + std::to_string(places_.size()) + ' ' + entries + ">>\n";
  }

  [[nodiscard]] const char* filter() const { return deflater_.on() ? " /Filter /FlateDecode" : ""; }

  Objects& objects_;
  Deflater& deflater_;
  bool object_streams_;
  std::string out_;
  std::vector<Place> places_;  // by object number
};

}  // namespace

std::string save(Objects& objects, const Dict& catalog, const Dict& info, Deflater& deflater, bool object_streams) {
  return Writer(objects, deflater, object_streams).finish(catalog, info);
}

}  // namespace broadside::pdf
