package io.rems.ownership.ownership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the period should never have been recorded. */
record AnnulmentRequest(@NotBlank @Size(max = 2000) String reason) {}
