package io.rems.approval.escalation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a resumption. */
record Resumption(@NotBlank @Size(max = 2000) String reason) {}
