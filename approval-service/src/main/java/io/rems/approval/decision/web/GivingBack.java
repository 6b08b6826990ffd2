package io.rems.approval.decision.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body that gives an expense back: what is to be known or put right before anybody decides. */
record GivingBack(@NotBlank @Size(max = 2000) String reason) {}
