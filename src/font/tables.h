// SPDX-License-Identifier: MIT
// The few fields of head, hhea, OS/2 and post that Broadside reads itself, because HarfBuzz has no call for them.
// Comes in: an hb_face. Goes out: plain figures. Field offsets are those of the OpenType specification 1.9.
#pragma once

#include <optional>

#include "font/face.h"

namespace broadside::font {

struct FaceFacts {
  Outlines outlines = Outlines::TrueType;
  int units_per_em = 0;
  int weight = 400;
  bool italic = false;
  bool embeddable = true;
  bool serif = true;  ///< by PANOSE; fonts that say nothing there count as serif
};

/// Nullopt if a table without which the face cannot be used is missing or out of range.
std::optional<FaceFacts> read_facts(hb_face_t* face);

/// cap_height and x_height are 0 where OS/2 is too old to say.
Metrics read_metrics(hb_face_t* face, int units_per_em, bool& monospace);

}  // namespace broadside::font
