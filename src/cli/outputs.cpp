// SPDX-License-Identifier: MIT
// Naming of results. Comes in: products; goes out: one path each.
#include "cli/outputs.h"

#include <map>

namespace broadside::cli {
namespace {

/// One name inside a folder: no separators, not the folder itself or the one above.
bool plain_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
         name.find('\0') == std::string::npos;
}

std::string join(const std::string& folder, const std::string& name) {
  if (folder == ".") return name;
  return folder.back() == '/' ? folder + name : folder + "/" + name;
}

}  // namespace

std::string stem_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

OutputPlan plan_outputs(const std::string& folder, const std::vector<Product>& products) {
  OutputPlan plan;
  std::map<std::string, const Product*> taken;
  for (const Product& product : products) {
    std::string name = product.output;
    if (name.empty()) name = stem_of(product.file) + (product.variant == "full" ? "" : "-" + product.variant) + ".pdf";
    if (!plain_name(name)) {
      plan.problems.push_back("the variant '" + product.variant + "' of " + product.file + " would be written to '" +
                              name + "', which is not a plain file name");
      continue;
    }
    const auto [place, fresh] = taken.emplace(name, &product);
    if (!fresh) {
      const Product& other = *place->second;
      plan.problems.push_back("two results have one path, " + join(folder, name) + ": the variant '" + other.variant +
                              "' of " + other.file + " and the variant '" + product.variant + "' of " + product.file);
      continue;
    }
    plan.paths.push_back(join(folder, name));
  }
  return plan;
}

}  // namespace broadside::cli
