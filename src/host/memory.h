// SPDX-License-Identifier: MIT
// How the process takes its memory from the system. Goes out: nothing but time.
#pragma once

namespace broadside::host {

/// For a run of some milliseconds: the heap grows in large pieces, does not shrink, and its first pages come at once.
void prepare_memory();

}  // namespace broadside::host
