// SPDX-License-Identifier: MIT
// Lists, sorted; each name once.
#include "catalogue/catalogue.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "font/beside.h"
#include "font/library.h"
#include "host/read_file.h"
#include "layout/json_schema.h"
#include "layout/read.h"
#include "resume/json_schema.h"
#include "yaml/parse.h"

namespace broadside::catalogue {

std::vector<Layout> layouts_in(const std::string& folder) {
  std::vector<Layout> found;
  for (const std::string& file : host::list_files(folder, {".yaml"})) {
    host::FileRead read = host::read_below(folder, file, host::kInputCap);
    if (!read.ok()) continue;
    Sources sources;
    Diagnostics diagnostics;
    const std::uint32_t source = sources.add(file, std::move(read.bytes));
    const auto root = yaml::parse(sources, source, diagnostics);
    const std::string name = file.substr(0, file.size() - 5);
    if (!root || !root->is_map() || layout::read(*root, name, {}, diagnostics) == nullptr) continue;
    const yaml::Node* description = root->is_map() ? root->find("description") : nullptr;
    found.push_back({name, description != nullptr ? description->scalar : std::string()});
  }
  return found;
}

namespace {

std::vector<Family> families_of(const font::Library& library) {
  std::map<std::string, std::vector<Style>> styles;
  for (std::size_t id = 0; id < library.size(); ++id) {
    const font::Face* face = library.find(static_cast<font::FaceId>(id));
    if (face != nullptr) styles[face->family()].push_back({face->weight(), face->italic()});
  }
  std::vector<Family> families;
  for (auto& [name, list] : styles) {
    std::sort(list.begin(), list.end(), [](const Style& a, const Style& b) {
      return std::tie(a.weight, a.italic) < std::tie(b.weight, b.italic);
    });
    list.erase(std::unique(list.begin(), list.end()), list.end());
    families.push_back({name, std::move(list)});
  }
  return families;
}

}  // namespace

std::vector<Family> families_in(const std::string& folder) {
  font::Library library;
  library.add_folder(folder);
  return families_of(library);
}

std::vector<Family> families_beside(const std::string& folder) {
  font::Library library;
  Diagnostics ignored;  // what is no font is told when a résumé is built
  font::add_fonts_beside(library, folder, ignored);
  return families_of(library);
}

std::string resume_schema() { return resume::json_schema(); }
std::string layout_schema() { return layout::json_schema(); }

}  // namespace broadside::catalogue
