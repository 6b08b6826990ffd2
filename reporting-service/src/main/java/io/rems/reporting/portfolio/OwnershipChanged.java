package io.rems.reporting.portfolio;

import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is used of {@code rems.ownership.OwnershipChanged.v1}: the whole table of the property. */
public record OwnershipChanged(List<Period> periods) {

    /** @param to the first day on which the share is no longer held; open when absent */
    public record Period(
            UUID periodId,
            UUID ownerId,
            Share share,
            LocalDate from,
            @Nullable LocalDate to,
            boolean primaryContact) {}
}
