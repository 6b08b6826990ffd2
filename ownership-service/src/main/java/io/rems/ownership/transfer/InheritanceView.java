package io.rems.ownership.transfer;

import io.rems.ownership.transfer.domain.Paper;
import io.rems.platform.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an owner has left to his heirs, and the transfers by which they have it: one a property. */
public record InheritanceView(
        UUID id,
        UUID ownerId,
        String name,
        LocalDate on,
        @Nullable String reason,
        List<Paper> papers,
        List<HeirView> heirs,
        List<InheritedView> transfers,
        Instant recordedAt) {

    /** Who inherits which fraction of what the owner held. */
    public record HeirView(UUID ownerId, String name, Share fraction, boolean primaryContact) {}

    public record InheritedView(UUID transferId, UUID propertyId) {}
}
