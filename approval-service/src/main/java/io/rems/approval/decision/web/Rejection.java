package io.rems.approval.decision.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a rejection, which is nothing without its reason. */
record Rejection(@NotBlank @Size(max = 2000) String reason) {}
