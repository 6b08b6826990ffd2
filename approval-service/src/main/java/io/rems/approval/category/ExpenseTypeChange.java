package io.rems.approval.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record ExpenseTypeChange(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name) {}
