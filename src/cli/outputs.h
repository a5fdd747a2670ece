// SPDX-License-Identifier: MIT
// Which file each document goes to. Comes in: names; goes out: paths, or the sentence why two of them cannot both be
// had. Touches no file.
#pragma once

#include <string>
#include <vector>

namespace broadside::cli {

/// One document to name.
struct Product {
  std::string file;     ///< the résumé's path as given
  std::string variant;  ///< its name
  std::string output;   ///< the variant's own file name, or empty
};

/// The name without folders and without its last extension: "cv/resume.yaml" → "resume".
std::string stem_of(const std::string& path);
/// The folder of a path: "cv/resume.yaml" → "cv", "resume.yaml" → ".".
std::string folder_of(const std::string& path);

/// The outcome for all products of a run: paths in their order, or problems (then nothing may be written).
struct OutputPlan {
  std::vector<std::string> paths;
  std::vector<std::string> problems;
};

/// `folder`/<stem>.pdf for `full`, `folder`/<stem>-<variant>.pdf for the others, `folder`/<output> where given. Two
/// products with one path, and names that are no plain file name, are problems.
OutputPlan plan_outputs(const std::string& folder, const std::vector<Product>& products);

}  // namespace broadside::cli
