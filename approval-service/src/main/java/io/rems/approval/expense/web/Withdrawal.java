package io.rems.approval.expense.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body that takes an expense back, which is nothing without its reason. */
record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}
