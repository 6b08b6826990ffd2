package io.rems.approval.expense.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body that declares an expense void, which is nothing without its reason. */
record Voided(@NotBlank @Size(max = 2000) String reason) {}
