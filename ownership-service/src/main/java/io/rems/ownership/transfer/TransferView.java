package io.rems.ownership.transfer;

import io.rems.ownership.transfer.domain.Failure;
import io.rems.ownership.transfer.domain.Paper;
import io.rems.ownership.transfer.domain.TransferKind;
import io.rems.platform.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as it is shown.
 *
 * @param on the day from which on what is given is no longer the giver's
 * @param inheritanceId the inheritance that it is part of
 * @param reverses the transfer that this one takes back
 * @param reversedBy the transfer that takes this one back
 * @param settledAt when it was recorded, cancelled or refused
 * @param cancellation why it was cancelled
 * @param failure why it did not take effect on its day
 */
public record TransferView(
        UUID id,
        UUID propertyId,
        TransferState state,
        TransferKind kind,
        LocalDate on,
        @Nullable String reason,
        List<Paper> papers,
        List<PieceView> given,
        List<PieceView> received,
        @Nullable UUID inheritanceId,
        @Nullable UUID reverses,
        @Nullable UUID reversedBy,
        Instant requestedAt,
        @Nullable Instant settledAt,
        @Nullable String cancellation,
        @Nullable Failure failure,
        long version) {

    /** Who gives or receives. */
    public enum PartyType {
        OWNER,
        FIRM_DEFAULT
    }

    /**
     * A share that somebody gives or receives.
     *
     * @param mergedInto the entry under which the owner goes on, if he was registered twice
     * @param to the first day for which it is not meant
     */
    public record PieceView(
            PartyType type,
            @Nullable UUID ownerId,
            @Nullable String name,
            @Nullable UUID mergedInto,
            Share share,
            LocalDate from,
            @Nullable LocalDate to) {}
}
