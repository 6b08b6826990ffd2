package io.rems.ownership.transfer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why it is not to take effect. */
record CancellationRequest(@NotBlank @Size(max = 2000) String reason) {}
