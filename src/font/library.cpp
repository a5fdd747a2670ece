// SPDX-License-Identifier: MIT
// The list of faces and the choice among those of one family. See library.h.
#include "font/library.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <system_error>

namespace broadside::font {
namespace {

namespace fs = std::filesystem;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_without_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_font_file(const std::string& path) {
  if (path.size() < 4) return false;
  std::string ending = path.substr(path.size() - 4);
  std::transform(ending.begin(), ending.end(), ending.begin(), lower);
  return ending == ".ttf" || ending == ".otf";
}

void collect(const std::string& folder, bool look_below, std::vector<std::string>& paths) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    const std::string path = at->path().string();
    if (at->is_directory(ignored)) {
      if (look_below) collect(path, false, paths);
    } else if (is_font_file(path)) {
      paths.push_back(path);
    }
  }
}

/// How far a weight is from the wanted one in the order of CSS Fonts 4 §5.2: smaller is better. For 400 … 500
/// first up to 500, then lighter, then heavier; below 400 lighter first, above 500 heavier first.
int weight_distance(int weight, int wanted) {
  constexpr int kSecondChoice = 2000, kThirdChoice = 4000;
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return weight - wanted;
    if (weight < wanted) return kSecondChoice + wanted - weight;
    return kThirdChoice + weight - wanted;
  }
  if (wanted < 400) return weight <= wanted ? wanted - weight : kSecondChoice + weight - wanted;
  return weight >= wanted ? weight - wanted : kSecondChoice + wanted - weight;
}

}  // namespace

struct Library::Impl {
  struct Entry {
    std::string path;  // empty for a face that was handed in
    std::shared_ptr<const Face> face;
  };
  std::vector<Entry> entries;
  mutable std::mutex mutex;
  mutable std::atomic<bool> opened{true};

  /// Opens every file that is not open yet: all must be known before any question about families.
  void open_all() {
    if (opened.load(std::memory_order_acquire)) return;
    const std::lock_guard lock(mutex);
    if (opened.load(std::memory_order_relaxed)) return;
    for (Entry& entry : entries) {
      if (!entry.face && !entry.path.empty()) entry.face = Face::open(entry.path);
    }
    opened.store(true, std::memory_order_release);
  }
};

Library::Library() : impl_(std::make_unique<Impl>()) {}
Library::~Library() = default;

FaceId Library::add(std::shared_ptr<const Face> face) {
  if (!face || impl_->entries.size() >= kNoFace) return kNoFace;
  impl_->entries.push_back({{}, std::move(face)});
  return static_cast<FaceId>(impl_->entries.size() - 1);
}

std::size_t Library::add_folder(const std::string& folder) {
  std::vector<std::string> paths;
  collect(folder, true, paths);
  std::sort(paths.begin(), paths.end());
  std::size_t added = 0;
  for (std::string& path : paths) {
    if (impl_->entries.size() >= kNoFace) break;
    impl_->entries.push_back({std::move(path), nullptr});
    ++added;
  }
  if (added > 0) impl_->opened.store(false, std::memory_order_release);
  return added;
}

FaceId Library::match(std::string_view family, int weight, bool italic) const {
  impl_->open_all();
  constexpr int kOtherSlant = 100000;
  FaceId best = kNoFace;
  int best_distance = 0;
  for (std::size_t i = 0; i < impl_->entries.size(); ++i) {
    const Face* face = impl_->entries[i].face.get();
    if (face == nullptr || !equal_without_case(face->family(), family)) continue;
    const int distance = weight_distance(face->weight(), weight) + (face->italic() == italic ? 0 : kOtherSlant);
    if (best == kNoFace || distance < best_distance) {
      best = static_cast<FaceId>(i);
      best_distance = distance;
    }
  }
  return best;
}

const Face* Library::find(FaceId id) const {
  impl_->open_all();
  return id < impl_->entries.size() ? impl_->entries[id].face.get() : nullptr;
}

const Face& Library::face(FaceId id) const {
  impl_->open_all();
  return *impl_->entries[id].face;
}

std::size_t Library::size() const { return impl_->entries.size(); }

std::vector<std::string> Library::families() const {
  impl_->open_all();
  std::vector<std::string> names;
  for (const Impl::Entry& entry : impl_->entries) {
    if (entry.face) names.push_back(entry.face->family());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace broadside::font
