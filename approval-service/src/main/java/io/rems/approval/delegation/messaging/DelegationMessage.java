package io.rems.approval.delegation.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rems.approval.delegation.Names;
import io.rems.approval.delegation.domain.DelegationEvent;
import io.rems.approval.delegation.domain.Ending;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of delegations as other services read them; fields are added, never changed. */
sealed interface DelegationMessage {

    @PublishedEvent(
            type = "rems.approval.DelegationGranted.v1",
            subject = "delegation",
            description = "An owner lets a portal user decide on expenses in his stead.")
    record DelegationGrantedV1(@JsonUnwrapped DelegationTerms terms) implements DelegationMessage {}

    @PublishedEvent(
            type = "rems.approval.DelegationRevoked.v1",
            subject = "delegation",
            description = "An owner, or an administrator, has taken a delegation back: nobody acts under it any more,"
                    + " on what is pending neither.")
    record DelegationRevokedV1(
            @JsonUnwrapped DelegationTerms terms,

            @Nullable UUID revokedBy,

            @Nullable @Schema(description = "In the words of whoever revoked it")
            String revocationReason,

            Instant revokedAt)
            implements DelegationMessage {}

    @PublishedEvent(
            type = "rems.approval.DelegationEnded.v1",
            subject = "delegation",
            description = "A delegation has ended by itself: its time is over, or what it rested on is gone.")
    record DelegationEndedV1(@JsonUnwrapped DelegationTerms terms, Ending.Cause cause, Instant endedAt)
            implements DelegationMessage {}

    static Message of(DelegationEvent event, Names.Known names, long version) {
        var delegation = event.delegation();
        var terms = DelegationTerms.of(delegation, names);
        return Message.of(delegation.id().value(), version, of(event, terms));
    }

    private static DelegationMessage of(DelegationEvent event, DelegationTerms terms) {
        return switch (event) {
            case DelegationEvent.Granted _ -> new DelegationGrantedV1(terms);
            case DelegationEvent.Ended ended -> over(ended.ending(), terms);
        };
    }

    private static DelegationMessage over(Ending ending, DelegationTerms terms) {
        var by = ending.by();
        return switch (ending.cause()) {
            case REVOKED ->
                new DelegationRevokedV1(terms, by == null ? null : by.value(), ending.reason(), ending.at());
            case OVER, OWNERSHIP_ENDED, DELEGATE_LEFT, OWNER_MERGED, OWNER_ARCHIVED ->
                new DelegationEndedV1(terms, ending.cause(), ending.at());
        };
    }
}
