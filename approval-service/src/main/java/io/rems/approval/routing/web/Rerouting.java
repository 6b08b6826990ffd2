package io.rems.approval.routing.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the holders are asked for anew. */
record Rerouting(@NotBlank @Size(max = 2000) String reason) {}
