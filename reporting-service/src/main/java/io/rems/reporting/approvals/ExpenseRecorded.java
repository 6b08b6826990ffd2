package io.rems.reporting.approvals;

import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is used of {@code rems.approval.ExpenseRecorded.v1}. */
public record ExpenseRecorded(
        UUID propertyId,
        Money amount,
        LocalDate date,
        @Nullable String description,
        @Nullable String priority) {}
