package io.rems.approval.delegation.domain;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What delegations are judged against: an expense as it is, or was when it was decided.
 *
 * @param categories its category and those above it
 * @param amount its own with those that count as one with it, so that splitting it does not get around a limit
 * @param submitters who asked for it, in this round or one before; nobody where another service did
 * @param selfApproval whether who submitted may decide himself
 * @param decided when it was decided; absent: it is not yet, and whatever has ended does not count any more
 * @param today the day that it was then, or else is, in the firm
 * @param chains whether the firm lets delegates pass on what they were given
 * @param gone the owners who are known to hold nothing of the property from that day on
 */
public record Affair(
        PropertyId property,
        List<UUID> categories,
        Money amount,
        Set<PersonId> submitters,
        boolean selfApproval,
        @Nullable Instant decided,
        LocalDate today,
        boolean chains,
        Set<OwnerId> gone) {

    public Affair {
        categories = List.copyOf(categories);
        submitters = Set.copyOf(submitters);
        gone = Set.copyOf(gone);
    }

    boolean isAfter(Ending ending) {
        return decided == null || !ending.at().isAfter(decided);
    }
}
