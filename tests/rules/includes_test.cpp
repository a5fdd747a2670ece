// SPDX-License-Identifier: MIT
// Who may include whom: src/README.md's table of rooms, cmake/rooms.cmake and the #include lines must agree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "rules/source_tree.h"
#include "support/paths.h"

namespace broadside::rules {
namespace {

using Names = std::set<std::string>;

struct Room {
  Names may_include;
  Names libraries;
};

std::string trimmed(std::string text) {
  const std::size_t first = text.find_first_not_of(" `");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" `") - first + 1);
}

/// The table of rooms in src/README.md.
std::map<std::string, Room> rooms() {
  std::map<std::string, Room> result;
  bool in_table = false;
  for (const std::string& line : load("src/README.md").lines) {
    if (line.starts_with("| room |")) in_table = true;
    if (!line.starts_with("|")) in_table = false;
    if (!in_table || line.find('`') == std::string::npos) continue;
    std::vector<std::string> cells;
    std::size_t start = 1;
    for (std::size_t bar = line.find('|', start); bar != std::string::npos; bar = line.find('|', start)) {
      cells.push_back(trimmed(line.substr(start, bar - start)));
      start = bar + 1;
    }
    if (cells.size() != 4) continue;
    std::string name = cells[0];
    if (name.ends_with('/')) name.pop_back();
    Room room;
    for (const std::string& word : words(cells[2])) room.may_include.insert(word);
    for (const std::string& word : words(cells[3])) room.libraries.insert(word);
    result[name] = room;
  }
  if (result.contains("compile")) {
    result["compile"].may_include.clear();
    for (const auto& [name, room] : result)
      if (name != "cli" && name != "compile") result["compile"].may_include.insert(name);
  }
  return result;
}

/// The library whose header this is; "std" for the language's own, "posix" for the system's, empty if unknown.
std::string library_of(const std::string& header) {
  static const std::vector<std::pair<std::regex, std::string>> homes = {
      {std::regex("fontconfig/.*"), "fontconfig"},
      {std::regex("unicode/.*"), "ICU"},
      {std::regex("yaml\\.h"), "libyaml"},
      {std::regex("hb(-ot|-subset)?\\.h"), "HarfBuzz"},
      {std::regex("md4c\\.h"), "md4c"},
      {std::regex("hpdf.*\\.h"), "libharu"},
      {std::regex("libdeflate\\.h"), "libdeflate"},
      {std::regex("hyphen\\.h"), "libhyphen"},
      {std::regex("png\\.h"), "libpng"},
      {std::regex("j(peglib|error|morecfg)\\.h"), "libjpeg-turbo"},
      {std::regex("nlohmann/.*"), "nlohmann-json"},
      {std::regex("boost/program_options.*"), "Boost.Program_options"},
      {std::regex("sys/.*|unistd\\.h|fcntl\\.h|dirent\\.h|limits\\.h|malloc\\.h|signal\\.h|errno\\.h"), "posix"},
      {std::regex("[a-z_0-9]+"), "std"},
  };
  for (const auto& [pattern, library] : homes)
    if (std::regex_match(header, pattern)) return library;
  return {};
}

struct Include {
  std::string header;
  bool angle;
};

std::vector<Include> includes(const File& file) {
  static const std::regex line(R"re(\s*#\s*include\s*([<"])([^>"]+)[>"].*)re");
  std::vector<Include> result;
  for (const std::string& text : file.lines) {
    std::smatch match;
    if (std::regex_match(text, match, line)) result.push_back({match[2], match[1] == "<"});
  }
  return result;
}

TEST(Includes, TheTableNamesEveryRoom) {
  const auto table = rooms();
  ASSERT_GE(table.size(), 10U) << "the table of rooms in src/README.md was not understood";
  for (const File& file : sources()) EXPECT_TRUE(table.contains(room_of(file.path))) << file.path;
}

TEST(Includes, ARoomIncludesOnlyRoomsOfItsRow) {
  const auto table = rooms();
  for (const File& file : sources()) {
    const std::string room = room_of(file.path);
    if (!table.contains(room)) continue;
    for (const Include& include : includes(file)) {
      if (include.angle) continue;
      const std::string other = room_of("src/" + include.header);
      const bool known = other == "compile" ? include.header == "compile.h" : table.contains(other);
      EXPECT_TRUE(known) << file.path << " includes \"" << include.header << "\", which belongs to no room";
      EXPECT_TRUE(other == room || table.at(room).may_include.contains(other))
          << file.path << " includes " << include.header << ", but " << room << "/ may not include " << other << "/";
    }
  }
}

TEST(Includes, EveryLibrarysHeadersStayInItsRooms) {
  const auto table = rooms();
  for (const File& file : sources()) {
    const std::string room = room_of(file.path);
    for (const Include& include : includes(file)) {
      if (!include.angle) continue;
      const std::string library = library_of(include.header);
      EXPECT_NE(library, "") << file.path << ": no room is the home of <" << include.header << ">";
      if (library == "posix") {
        EXPECT_TRUE(room == "host" || room == "cli") << file.path << " includes <" << include.header << ">";
      } else if (!library.empty() && library != "std") {
        EXPECT_TRUE(table.contains(room) && table.at(room).libraries.contains(library))
            << file.path << " includes <" << include.header << ">, but " << room << "/ is no home of " << library;
      }
    }
  }
}

TEST(Includes, TheBuildLinksByTheSameTable) {
  static const std::regex call(R"(\nroom\((\w+)([^)]*)\))");
  const std::string text = load("cmake/rooms.cmake").text;
  const auto table = rooms();
  Names seen;
  for (std::sregex_iterator i(text.begin(), text.end(), call), end; i != end; ++i) {
    const std::string name = (*i)[1];
    seen.insert(name);
    Names uses;
    bool on = false;
    for (const std::string& word : words((*i)[2])) {
      if (word == "USES" || word == "LIBS") on = word == "USES";
      if (on && word != "USES") uses.insert(word);
    }
    ASSERT_TRUE(table.contains(name)) << name;
    EXPECT_EQ(uses, table.at(name).may_include) << "room " << name;
  }
  for (const auto& [name, room] : table)
    EXPECT_TRUE(name == "compile" || name == "cli" || seen.contains(name)) << name << " is not in cmake/rooms.cmake";
}

TEST(Includes, ASourceFileIncludesItsOwnHeaderFirst) {
  // So each header that has a .cpp is compiled alone; the others are by the headers_alone library of the tests.
  for (const File& file : sources()) {
    if (!file.path.ends_with(".cpp")) continue;
    std::string header = file.path.substr(4, file.path.size() - 8) + ".h";
    if (!fs::exists(test::source_dir() + "/src/" + header)) continue;
    const auto all = includes(file);
    ASSERT_FALSE(all.empty()) << file.path;
    EXPECT_EQ(all.front().header, header) << file.path;
  }
}

}  // namespace
}  // namespace broadside::rules
