// SPDX-License-Identifier: MIT
// Writing a result so that a reader sees the old file or the new one, never half of one. Comes in: a trusted path and
// bytes; goes out: the file on disk, or a sentence. Knows nothing of what is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::host {

/// Writes `bytes` to a new temporary file beside `path`, syncs it, renames it over `path` and syncs the folder. On any
/// failure the temporary file is removed and what was at `path` stays as it was.
/// Returns nothing on success, else what went wrong as one sentence with the path in it, without a final period.
std::optional<std::string> write_atomically(const std::string& path, std::string_view bytes);

/// Creates a folder and those above it, like `mkdir -p`. The same kind of sentence on failure.
std::optional<std::string> make_folders(const std::string& path);

}  // namespace broadside::host
