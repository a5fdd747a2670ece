// SPDX-License-Identifier: MIT
// The list of faces and the choice among those of one family. See library.h.
#include "font/library.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "host/read_file.h"
#include "host/system_fonts.h"

namespace broadside::font {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_without_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// "Source Serif 4" → "source-serif-4": how the folder of a family is called.
std::string folder_name(std::string_view family) {
  std::string name(family);
  for (char& c : name) c = c == ' ' ? '-' : lower(c);
  return name;
}

/// Whether the file lies in the folder of a family.
bool lies_in(const std::string& path, const std::string& folder) {
  const std::size_t end = path.rfind('/');
  if (end == std::string::npos || end < folder.size() + 1) return false;
  const std::size_t begin = end - folder.size();
  return path[begin - 1] == '/' && path.compare(begin, folder.size(), folder) == 0;
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
    bool opened = false;
    bool system = false;
    unsigned index = 0;  // in a collection
  };
  std::vector<Entry> entries;
  std::shared_ptr<host::SystemFonts> system_fonts;
  std::unordered_map<std::string, FaceId> answers;  // looked up only
  /// Questions of match() that were answered while as many faces were known and open as now.
  struct Match {
    std::string family;
    int weight = 0;
    bool italic = false;
    FaceId id = kNoFace;
  };
  std::vector<Match> matches;
  std::pair<std::size_t, std::size_t> matched_among;  // how many there were, and how many not open
  std::size_t unopened = 0;
  std::mutex mutex;  // questions may come from several threads; faces are opened under it

  /// Opens the files that are not open yet and that `wanted` names. Call with the mutex held.
  void open_where(const std::function<bool(const Entry&)>& wanted) {
    if (unopened == 0) return;
    for (Entry& entry : entries) {
      if (entry.opened || !wanted(entry)) continue;
      entry.face = Face::open(entry.path);
      entry.opened = true;
      --unopened;
    }
  }
  void open_all() {
    open_where([](const Entry&) { return true; });
  }

  [[nodiscard]] FaceId best_of(std::string_view family, int weight, bool italic) const {
    constexpr int kOtherSlant = 100000;
    FaceId best = kNoFace;
    int best_distance = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Face* face = entries[i].face.get();
      if (face == nullptr || entries[i].system || !equal_without_case(face->family(), family)) continue;
      const int distance = weight_distance(face->weight(), weight) + (face->italic() == italic ? 0 : kOtherSlant);
      if (best == kNoFace || distance < best_distance) {
        best = static_cast<FaceId>(i);
        best_distance = distance;
      }
    }
    return best;
  }
};

Library::Library() : impl_(std::make_unique<Impl>()) {}
Library::~Library() = default;

FaceId Library::add(std::shared_ptr<const Face> face) {
  if (!face || impl_->entries.size() >= kNoFace) return kNoFace;
  impl_->answers.clear();
  impl_->entries.push_back({{}, std::move(face), true});
  return static_cast<FaceId>(impl_->entries.size() - 1);
}

std::size_t Library::add_folder(const std::string& folder) {
  std::vector<std::string> paths = host::list_two_levels(folder, {".ttf", ".otf"});
  std::size_t added = 0;
  for (std::string& path : paths) {
    if (impl_->entries.size() >= kNoFace) break;
    impl_->entries.push_back({std::move(path), nullptr, false});
    ++added;
  }
  impl_->answers.clear();
  impl_->unopened += added;
  return added;
}

FaceId Library::match(std::string_view family, int weight, bool italic) const {
  const std::lock_guard lock(impl_->mutex);
  const auto among = [this] { return std::pair(impl_->entries.size(), impl_->unopened); };
  if (impl_->matched_among == among()) {
    for (const Impl::Match& known : impl_->matches) {
      if (known.weight == weight && known.italic == italic && known.family == family) return known.id;
    }
  }
  // A family has a folder of its name; only if that holds no such family is every file opened.
  const std::string folder = folder_name(family);
  impl_->open_where([&](const Impl::Entry& entry) { return lies_in(entry.path, folder); });
  FaceId found = impl_->best_of(family, weight, italic);
  if (found == kNoFace && impl_->unopened > 0) {
    impl_->open_all();
    found = impl_->best_of(family, weight, italic);
  }
  if (impl_->matched_among != among()) impl_->matches.clear();
  impl_->matched_among = among();
  impl_->matches.push_back({std::string(family), weight, italic, found});
  return found;
}

const Face* Library::find(FaceId id) const {
  const std::lock_guard lock(impl_->mutex);
  if (id >= impl_->entries.size()) return nullptr;
  Impl::Entry& entry = impl_->entries[id];
  if (!entry.opened) {
    entry.face = Face::open(entry.path);
    entry.opened = true;
    --impl_->unopened;
  }
  return entry.face.get();
}

const Face& Library::face(FaceId id) const { return *find(id); }

std::size_t Library::size() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->entries.size();
}

void Library::use_system_fonts(std::shared_ptr<host::SystemFonts> fonts) {
  impl_->system_fonts = std::move(fonts);
  impl_->answers.clear();
}

FaceId Library::system_face(const host::FontWish& wish) const {
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->system_fonts) return kNoFace;
  for (const host::FontFile& file : impl_->system_fonts->find(wish)) {
    const auto known = std::find_if(impl_->entries.begin(), impl_->entries.end(), [&](const Impl::Entry& entry) {
      return entry.system && entry.path == file.path && entry.index == file.index;
    });
    if (known != impl_->entries.end()) {
      if (known->face == nullptr || known->face->glyph(wish.character) == 0) continue;
      return static_cast<FaceId>(known - impl_->entries.begin());
    }
    if (impl_->entries.size() >= kNoFace) return kNoFace;
    std::shared_ptr<const Face> face = Face::open(file.path, file.index);
    if (face != nullptr && !face->embeddable()) face = nullptr;
    const bool usable = face != nullptr && face->glyph(wish.character) != 0;
    impl_->entries.push_back({file.path, std::move(face), true, true, file.index});
    if (usable) return static_cast<FaceId>(impl_->entries.size() - 1);
  }
  return kNoFace;
}

bool Library::from_system(FaceId id) const {
  const std::lock_guard lock(impl_->mutex);
  return id < impl_->entries.size() && impl_->entries[id].system;
}

std::optional<FaceId> Library::recall(const std::string& question) const {
  const std::lock_guard lock(impl_->mutex);
  const auto known = impl_->answers.find(question);
  return known == impl_->answers.end() ? std::nullopt : std::optional(known->second);
}

void Library::remember(std::string question, FaceId answer) const {
  const std::lock_guard lock(impl_->mutex);
  impl_->answers.insert_or_assign(std::move(question), answer);
}

std::vector<std::string> Library::families() const {
  const std::lock_guard lock(impl_->mutex);
  impl_->open_all();
  std::vector<std::string> names;
  for (const Impl::Entry& entry : impl_->entries) {
    if (entry.face && !entry.system) names.push_back(entry.face->family());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace broadside::font
