package io.rems.firm.firm;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.platform.Outcome;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A property-management company: what it is, and whether REMS serves it. */
public record Firm(FirmId id, FirmProfile profile, Standing standing, Instant createdAt, long version) {

    Outcome<Firm, Message> after(StatusChange change, @Nullable String reason, Instant at) {
        if (!change.allowedFrom(standing.status())) {
            return refused(FirmRefusal.becauseItIs(standing.status()));
        }
        var next = new Standing(change.to(), reason, at);
        var changed = new Firm(id, profile, next, createdAt, version + 1);
        return accepted(changed, FirmStatusChanged.of(changed, change));
    }

    /** The currency stays: amounts have been recorded in it. */
    Outcome<Firm, Message> described(FirmProfile next) {
        if (standing.status() == FirmStatus.CLOSED) {
            return refused(FirmRefusal.CLOSED);
        }
        if (!next.currency().equals(profile.currency())) {
            return refused(FirmRefusal.CURRENCY_FIXED);
        }
        if (next.equals(profile)) {
            return accepted(this);
        }
        var changed = new Firm(id, next, standing, createdAt, version + 1);
        return accepted(changed, FirmChanged.of(changed));
    }
}
