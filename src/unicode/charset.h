// SPDX-License-Identifier: MIT
// Bytes of an old eight-bit encoding → UTF-8. Comes in: bytes and the encoding's name. Goes out: UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::unicode {

/// `charset` is a name that ICU knows ("ISO-8859-1", "KOI8-R"); nullopt for one that it does not. Bytes that stand for
/// nothing become U+FFFD.
std::optional<std::string> to_utf8(std::string_view bytes, const std::string& charset);

}  // namespace broadside::unicode
