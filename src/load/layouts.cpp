// SPDX-License-Identifier: MIT
// Implements layouts.h.
#include "load/layouts.h"

#include <optional>
#include <utility>

#include "host/read_file.h"
#include "yaml/parse.h"

namespace broadside::load {
namespace {

bool is_path(const std::string& layout) {
  return layout.find('/') != std::string::npos || layout.ends_with(".yaml") || layout.ends_with(".yml");
}

}  // namespace

std::shared_ptr<const layout::Spec> Layouts::read(const resume::Resume& resume, const resume::Variant& variant,
                                                  const LayoutWish& wish, Sources& sources, Diagnostics& diagnostics) {
  const bool from_command_line = !wish.name.empty();
  const std::string name = from_command_line ? wish.name : !variant.layout.empty() ? variant.layout : resume.layout.use;
  const Span place = from_command_line ? Span{} : !variant.layout.empty() ? variant.span : resume.layout.span;
  std::vector<layout::Override> overrides;
  for (const auto* settings : {&resume.layout.set, &variant.set}) {
    for (const resume::Setting& one : *settings) overrides.push_back({one.path, one.value, one.span});
  }
  overrides.insert(overrides.end(), wish.overrides.begin(), wish.overrides.end());

  std::string key = name;
  for (const layout::Override& one : overrides) key += '\0' + one.path + '\0' + one.value;
  if (const auto same = known_.find(key); same != known_.end()) return same->second;

  host::FileRead file;
  if (!is_path(name)) {
    file = host::read_below(shipped_, name + ".yaml", host::kInputCap);
  } else if (from_command_line) {
    file = host::read_trusted(name, host::kInputCap);
  } else {
    file = host::read_below(beside_, name, host::kInputCap);
  }
  if (!file.ok()) {
    std::string known;
    for (const std::string& shipped : host::list_files(shipped_, {".yaml"})) {
      known += (known.empty() ? "" : ", ") + shipped.substr(0, shipped.size() - 5);
    }
    diagnostics.error("layout-not-found", place,
                      is_path(name) ? "the layout file '" + name + "' " + host::describe(file.problem, host::kInputCap)
                                    : "there is no layout '" + name + "'",
                      "the layouts that come with Broadside are: " + known +
                          "; a layout of your own is named by its file, such as ./mine.yaml");
    return nullptr;
  }
  const std::uint32_t source = sources.add(is_path(name) ? name : "layouts/" + name + ".yaml", std::move(file.bytes));
  const std::optional<yaml::Node> root = yaml::parse(sources, source, diagnostics);
  return known_[key] = root ? layout::read(*root, name, overrides, diagnostics) : nullptr;
}

}  // namespace broadside::load
