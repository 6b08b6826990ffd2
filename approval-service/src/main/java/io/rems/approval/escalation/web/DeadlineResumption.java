package io.rems.approval.escalation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a resumption. */
record DeadlineResumption(@NotBlank @Size(max = 2000) String reason) {}
