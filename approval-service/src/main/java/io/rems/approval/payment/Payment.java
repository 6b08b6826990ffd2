package io.rems.approval.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That the whole amount of an expense was paid. */
record Payment(
        UUID expense,
        LocalDate paidOn,
        PaymentMethod method,
        @Nullable String reference,
        Instant recordedAt) {}
