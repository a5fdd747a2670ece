// SPDX-License-Identifier: MIT
// Lists as aligned lines, one thing a line, so that grep and awk can read them too.
#include "cli/inquiries.h"

#include <algorithm>

#include "catalogue/catalogue.h"
#include "host/read_file.h"

namespace broadside::cli {
namespace {

/// "400, 400 italic, 700".
std::string styles_text(const std::vector<catalogue::Style>& styles) {
  std::string text;
  for (const catalogue::Style& style : styles)
    text += (text.empty() ? "" : ", ") + std::to_string(style.weight) + (style.italic ? " italic" : "");
  return text;
}

struct Line {
  std::string name;
  std::string about;
};

std::string block(const std::string& title, const std::vector<Line>& lines) {
  if (lines.empty()) return {};
  std::size_t widest = 0;
  for (const Line& line : lines) widest = std::max(widest, line.name.size());
  std::string text = title + ":\n";
  for (const Line& line : lines) {
    text += "  " + line.name;
    if (!line.about.empty()) text += std::string(widest - line.name.size() + 2, ' ') + line.about;
    text += "\n";
  }
  return text;
}

std::string below(const std::string& folder, const std::string& name) {
  return folder == "." ? name : folder + (folder.back() == '/' ? "" : "/") + name;
}

std::vector<Line> font_lines(const std::vector<catalogue::Family>& families) {
  std::vector<Line> lines;
  for (const catalogue::Family& family : families) lines.push_back({family.name, styles_text(family.styles)});
  return lines;
}

std::vector<Line> layout_lines(const std::string& folder, const std::string& front, const std::string& end) {
  std::vector<Line> lines;
  for (const catalogue::Layout& layout : catalogue::layouts_in(folder))
    lines.push_back({front + layout.name + end, layout.description});
  return lines;
}

}  // namespace

std::string schema_text(const std::string& what) {
  return what == "layout" ? catalogue::layout_schema() : catalogue::resume_schema();
}

std::string fonts_text(const std::string& shipped, const std::string& beside) {
  const std::string own = below(beside, "fonts");
  std::string text = block("Families that come with Broadside", font_lines(catalogue::families_in(shipped)));
  if (!host::same_folder(shipped, own))
    text += block("Families in " + own, font_lines(catalogue::families_beside(beside)));
  return text;
}

std::string layouts_text(const std::string& shipped, const std::string& beside) {
  const std::string own = below(beside, "layouts");
  std::string text = block("Layouts that come with Broadside", layout_lines(shipped, "", ""));
  if (!host::same_folder(shipped, own)) text += block("Layouts in " + own, layout_lines(own, "layouts/", ".yaml"));
  return text;
}

}  // namespace broadside::cli
