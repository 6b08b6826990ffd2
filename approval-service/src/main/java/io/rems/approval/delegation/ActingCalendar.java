package io.rems.approval.delegation;

import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who can act for whom in some days.
 *
 * @param until exclusive
 * @param chains whether the firm lets delegates pass on what they were given; where it does, they are resolved
 */
public record ActingCalendar(LocalDate from, LocalDate until, boolean chains, List<Entry> items) {

    /**
     * Somebody who can act for an owner.
     *
     * @param from the first of the days on which he can
     * @param until the first day on which he cannot any more; absent: nobody knows yet
     * @param via the owner's own delegation first; several where it was passed on, and then all limits hold
     */
    public record Entry(
            UUID ownerId,
            @Nullable String ownerName,
            UUID delegateId,
            @Nullable String delegateName,
            LocalDate from,
            @Nullable LocalDate until,
            List<Step> via) {}

    /** One delegation of the way, with its own limits. */
    public record Step(
            UUID delegationId,
            UUID delegateId,
            @Nullable String delegateName,
            @Nullable Money amountLimit,
            List<UUID> propertyIds,
            List<UUID> categoryIds) {}
}
