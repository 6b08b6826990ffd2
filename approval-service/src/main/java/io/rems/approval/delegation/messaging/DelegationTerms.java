package io.rems.approval.delegation.messaging;

import io.rems.approval.delegation.Names;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.platform.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts for whom and how far, as notices to both sides need it. */
record DelegationTerms(
        UUID delegationId,
        UUID ownerId,
        @Nullable String ownerName,

        @Schema(description = "The logins that are linked to the owner")
        List<UUID> ownerUserIds,

        UUID delegateId,
        @Nullable String delegateName,

        @Schema(description = "In the firm's time zone, as until")
        LocalDate from,

        @Nullable @Schema(description = "The first day on which it holds no longer; absent: until it is revoked")
        LocalDate until,

        @Nullable Money amountLimit,

        @Schema(description = "None: all of the owner's") List<Property> properties,

        @Schema(description = "Each with those below it; none: all")
        List<Category> categories,

        @Nullable String reason,

        @Schema(description = "A login of the owner's, or the administrator who put down what the owner said")
        UUID grantedBy,

        Instant grantedAt) {

    record Property(UUID propertyId, @Nullable String name) {}

    record Category(UUID categoryId, @Nullable String name) {}

    static DelegationTerms of(Delegation delegation, Names.Known names) {
        var limits = delegation.limits();
        var owner = delegation.owner().value();
        var delegate = delegation.delegate().value();
        return new DelegationTerms(
                delegation.id().value(),
                owner,
                names.of(owner),
                names.ownerUsers(),
                delegate,
                names.of(delegate),
                delegation.window().from(),
                delegation.window().until(),
                limits.amount(),
                limits.properties().stream()
                        .map(property -> new Property(property.value(), names.of(property.value())))
                        .toList(),
                limits.categories().stream()
                        .map(category -> new Category(category, names.of(category)))
                        .toList(),
                delegation.reason(),
                delegation.grantedBy().value(),
                delegation.grantedAt());
    }
}
