package io.rems.approval.vendor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record Blocking(@NotBlank @Size(max = 2000) String reason) {}
