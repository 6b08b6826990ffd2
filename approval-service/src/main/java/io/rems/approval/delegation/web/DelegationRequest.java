package io.rems.approval.delegation.web;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Limits;
import io.rems.approval.delegation.domain.Window;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an owner grants.
 *
 * @param ownerId for administrators, who put down what an owner said by other means; owners grant their own
 * @param from the first day, in the firm's time zone
 * @param until the first day on which it holds no longer; absent: until it is revoked
 * @param amountLimit up to which amount; absent: any
 * @param propertyIds none: all of the owner's
 * @param categoryIds each with those below it; none: all
 * @param reason needed where an administrator grants
 */
record DelegationRequest(
        @Nullable UUID id,
        @Nullable UUID ownerId,
        @NotNull UUID delegateId,
        @NotNull LocalDate from,
        @Nullable LocalDate until,
        @Nullable Money amountLimit,
        @Nullable @Size(max = 200) List<UUID> propertyIds,
        @Nullable @Size(max = 200) List<UUID> categoryIds,
        @Nullable @Size(max = 2000) String reason) {

    Delegation delegation(OwnerId owner, PersonId grantedBy, Instant now) {
        return new Delegation(
                new DelegationId(id == null ? Identifiers.next() : id),
                owner,
                new PersonId(delegateId),
                InvalidRequest.unless("until", () -> new Window(from, until)),
                InvalidRequest.unless("amountLimit", this::limits),
                reason,
                grantedBy,
                now,
                null);
    }

    private Limits limits() {
        var properties = Set.copyOf(Objects.requireNonNullElse(propertyIds, List.<UUID>of())).stream()
                .map(PropertyId::new)
                .collect(Collectors.toSet());
        return new Limits(
                amountLimit, properties, Set.copyOf(Objects.requireNonNullElse(categoryIds, List.<UUID>of())));
    }
}
