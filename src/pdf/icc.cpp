// SPDX-License-Identifier: MIT
// sRGB as an ICC profile of the version 2 format (ICC.1:2001-04). Nothing comes in; the bytes are always the same.
#include "pdf/icc.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::pdf {

namespace {

class Bytes {
 public:
  Bytes& u16(std::uint32_t value) {
    out_ += static_cast<char>((value >> 8U) & 0xFFU);
    out_ += static_cast<char>(value & 0xFFU);
    return *this;
  }
  Bytes& u32(std::uint32_t value) { return u16(value >> 16U).u16(value & 0xFFFFU); }
  Bytes& text(std::string_view value) {
    out_ += value;
    return *this;
  }
  Bytes& zeros(std::size_t count) {
    out_.append(count, '\0');
    return *this;
  }
  [[nodiscard]] const std::string& str() const { return out_; }

 private:
  std::string out_;
};

/// An XYZ value; s15Fixed16 numbers.
std::string xyz(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
  return Bytes().text("XYZ ").zeros(4).u32(x).u32(y).u32(z).str();
}

/// The transfer function of IEC 61966-2-1 in 256 steps; linear interpolation between them errs by less than 1e-5.
std::string curve() {
  constexpr std::uint32_t kSteps = 256;
  Bytes out;
  out.text("curv").zeros(4).u32(kSteps);
  for (std::uint32_t i = 0; i < kSteps; ++i) {
    const double v = i / 255.0;
    const double linear = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    out.u16(static_cast<std::uint32_t>(std::lround(linear * 65535)));
  }
  return out.str();
}

std::string description(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size() + 1);
  // ASCII, then an empty Unicode and an empty Macintosh description, which version 2 asks for.
  return Bytes().text("desc").zeros(4).u32(size).text(text).zeros(1).zeros(4 + 4 + 2 + 1 + 67).str();
}

}  // namespace

std::string srgb_profile() {
  const std::string tone = curve();
  // The primaries and white of IEC 61966-2-1, adapted from D65 to the profile space's D50 by the Bradford
  // transform: X, Y, Z in 1/65536.
  const std::vector<std::pair<std::string_view, std::string>> tags = {
      {"desc", description("sRGB IEC61966-2.1")},
      {"cprt", Bytes().text("text").zeros(4).text("No copyright, use freely").zeros(1).str()},
      {"wtpt", xyz(0xF6D6, 0x10000, 0xD32D)},
      {"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)},
      {"gXYZ", xyz(0x6299, 0xB785, 0x18DA)},
      {"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
      {"rTRC", tone},
      {"gTRC", tone},
      {"bTRC", tone}};

  Bytes table;
  std::string data;
  table.u32(static_cast<std::uint32_t>(tags.size()));
  const std::size_t data_start = 128 + 4 + 12 * tags.size();
  std::size_t tone_at = 0;
  for (const auto& [name, value] : tags) {
    const bool shared = value == tone && tone_at != 0;  // one curve serves the three channels
    const std::size_t at = shared ? tone_at : data_start + data.size();
    if (value == tone) tone_at = at;
    table.text(name).u32(static_cast<std::uint32_t>(at)).u32(static_cast<std::uint32_t>(value.size()));
    if (shared) continue;
    data += value;
    data.append((4 - data.size() % 4) % 4, '\0');
  }
  Bytes header;
  header.u32(static_cast<std::uint32_t>(data_start + data.size())).zeros(4).u32(0x02100000);  // version 2.1
  header.text("mntrRGB XYZ ").u16(1998).u16(2).u16(9).u16(0).u16(0).u16(0).text("acsp").zeros(4 + 4);
  header.zeros(4 + 4 + 8 + 4);                                // manufacturer, model, attributes, intent: perceptual
  header.u32(0xF6D6).u32(0x10000).u32(0xD32D).zeros(4 + 44);  // D50, creator, reserved
  return header.str() + table.str() + data;
}

}  // namespace broadside::pdf
