package io.rems.approval.expense.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What to write under an expense. */
record Commenting(@NotBlank @Size(max = 2000) String text) {}
