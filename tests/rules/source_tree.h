// SPDX-License-Identifier: MIT
// The project's own files as text, for the tests of its rules.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "support/paths.h"

namespace broadside::rules {

namespace fs = std::filesystem;

struct File {
  std::string path;  ///< from the root of the project
  std::string text;
  std::vector<std::string> lines;
};

inline File load(const std::string& path) {
  std::ifstream stream(test::source_dir() + "/" + path, std::ios::binary);
  File file{path, {std::istreambuf_iterator<char>(stream), {}}, {}};
  std::size_t start = 0;
  while (start < file.text.size()) {
    const std::size_t end = std::min(file.text.find('\n', start), file.text.size());
    file.lines.push_back(file.text.substr(start, end - start));
    start = end + 1;
  }
  return file;
}

/// All files of these folders whose name ends in one of `endings`, sorted by path.
inline std::vector<File> files(const std::vector<std::string>& folders, const std::vector<std::string>& endings) {
  std::set<std::string> paths;
  for (const std::string& folder : folders) {
    const fs::path root = fs::path(test::source_dir()) / folder;
    if (!fs::exists(root)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      const std::string path = fs::relative(entry.path(), test::source_dir()).generic_string();
      for (const std::string& ending : endings)
        if (path.ends_with(ending)) paths.insert(path);
    }
  }
  std::vector<File> result;
  for (const std::string& path : paths) result.push_back(load(path));
  return result;
}

inline std::vector<File> sources(const std::vector<std::string>& folders = {"src"}) {
  return files(folders, {".h", ".cpp"});
}

/// "src/font/face.h" → "font"; "src/compile.h" → "compile".
inline std::string room_of(const std::string& path) {
  const std::string below = path.substr(path.find('/') + 1);
  const std::size_t slash = below.find('/');
  return slash == std::string::npos ? below.substr(0, below.find('.')) : below.substr(0, slash);
}

/// The words of a text.
inline std::vector<std::string> words(const std::string& text) {
  static const std::regex word(R"([^\s]+)");
  std::vector<std::string> result;
  for (std::sregex_iterator i(text.begin(), text.end(), word), end; i != end; ++i) result.push_back(i->str());
  return result;
}

/// The text with comments and the insides of string and character literals blanked out, line for line.
inline std::string code_only(const std::string& text) {
  std::string out = text;
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (std::size_t k = from; k < to && k < out.size(); ++k)
      if (out[k] != '\n') out[k] = ' ';
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    if (text.compare(i, 2, "//") == 0) {
      end = std::min(text.find('\n', i), text.size());
      blank(i, end);
    } else if (text.compare(i, 2, "/*") == 0) {
      end = std::min(text.find("*/", i + 2), text.size() - 2) + 2;
      blank(i, end);
    } else if (text.compare(i, 2, "R\"") == 0) {
      const std::size_t open = text.find('(', i);
      const std::string close = ")" + text.substr(i + 2, open - i - 2) + "\"";
      end = std::min(text.find(close, open), text.size() - close.size()) + close.size();
      blank(i, end);
    } else if (text[i] == '"' ||
               (text[i] == '\'' && (i == 0 || !std::isalnum(static_cast<unsigned char>(text[i - 1]))))) {
      const char quote = text[i];
      while (end < text.size() && text[end] != quote && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
      blank(i + 1, end);
      ++end;
    }
    i = end;
  }
  return out;
}

}  // namespace broadside::rules
