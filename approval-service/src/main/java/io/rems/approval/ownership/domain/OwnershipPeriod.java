package io.rems.approval.ownership.domain;

import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner's share for a time: {@code from} inclusive, {@code to} exclusive or open. */
public record OwnershipPeriod(
        UUID id,
        OwnerId owner,
        Share share,
        LocalDate from,
        @Nullable LocalDate to,
        boolean primaryContact) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
