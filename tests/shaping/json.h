// SPDX-License-Identifier: MIT
// A JSON reader for test data, as small as the data allow: objects, arrays, strings, numbers, true, false, null.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace broadside::test {

class Json {
 public:
  static Json parse(const std::string& text) {
    std::size_t at = 0;
    return read(text, at);
  }

  [[nodiscard]] bool has(const std::string& key) const { return object_.count(key) != 0; }
  const Json& operator[](const std::string& key) const { return object_.at(key); }
  const Json& operator[](std::size_t index) const { return array_.at(index); }
  [[nodiscard]] const std::vector<Json>& array() const { return array_; }
  [[nodiscard]] const std::string& string() const { return text_; }
  [[nodiscard]] std::int64_t integer() const { return std::strtoll(text_.c_str(), nullptr, 10); }
  [[nodiscard]] bool boolean() const { return text_ == "true"; }

 private:
  static void skip(const std::string& text, std::size_t& at) {
    while (at < text.size() && std::string(" \t\r\n,:").find(text[at]) != std::string::npos) ++at;
  }

  static std::string read_string(const std::string& text, std::size_t& at) {
    std::string out;
    for (++at; text.at(at) != '"'; ++at) {
      if (text[at] != '\\') {
        out += text[at];
        continue;
      }
      const char escape = text.at(++at);
      if (escape == 'u') {
        append_utf8(out, static_cast<char32_t>(std::stoul(text.substr(at + 1, 4), nullptr, 16)));
        at += 4;
      } else {
        out += escape == 'n' ? '\n' : escape == 't' ? '\t' : escape;
      }
    }
    ++at;
    return out;
  }

  static Json read(const std::string& text, std::size_t& at) {
    Json value;
    skip(text, at);
    const char first = text.at(at);
    if (first == '"') {
      value.text_ = read_string(text, at);
    } else if (first == '{' || first == '[') {
      const char close = first == '{' ? '}' : ']';
      ++at;
      for (skip(text, at); text.at(at) != close; skip(text, at)) {
        if (first == '{') {
          const std::string key = read_string(text, at);
          value.object_.emplace(key, read(text, at));
        } else {
          value.array_.push_back(read(text, at));
        }
      }
      ++at;
    } else {
      const std::size_t begin = at;
      while (at < text.size() && std::string(",]} \n").find(text[at]) == std::string::npos) ++at;
      value.text_ = text.substr(begin, at - begin);
    }
    return value;
  }

  std::map<std::string, Json> object_;
  std::vector<Json> array_;
  std::string text_;
};

}  // namespace broadside::test
