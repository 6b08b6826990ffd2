package io.rems.firm.assignment.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.assignment.domain.Assignment.Active;
import io.rems.firm.assignment.domain.Assignment.Ended;
import io.rems.firm.assignment.domain.Assignment.Scheduled;
import io.rems.firm.assignment.domain.Assignment.Suspended;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.Holder;
import io.rems.firm.assignment.domain.Introduction;
import io.rems.firm.assignment.domain.Position;
import io.rems.firm.assignment.domain.Terms;
import io.rems.firm.assignment.domain.Validity;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as the domain knows them, and back: each state is one combination of four columns. */
final class AssignmentRow {

    private AssignmentRow() {}

    /** The columns that say which state it is. */
    record State(
            boolean started,
            boolean asPrimary,
            @Nullable Instant suspendedAt,
            @Nullable Instant endedAt) {

        static State of(Assignment assignment) {
            return switch (assignment) {
                case Scheduled(var _, var asPrimary) -> new State(false, asPrimary, null, null);
                case Active _ -> new State(true, false, null, null);
                case Suspended(var _, var at) -> new State(true, false, at, null);
                case Ended(var _, var at) -> new State(true, false, null, at);
            };
        }

        Assignment with(Terms terms) {
            if (endedAt != null) {
                return new Ended(terms, endedAt);
            }
            if (suspendedAt != null) {
                return new Suspended(terms, suspendedAt);
            }
            return started ? new Active(terms) : new Scheduled(terms, asPrimary);
        }
    }

    static Assignment assignment(Row row) {
        var state = new State(
                row.get("started", Boolean.class),
                row.get("as_primary", Boolean.class),
                row.get("suspended_at", Instant.class),
                row.get("ended_at", Instant.class));
        return state.with(terms(row));
    }

    private static Terms terms(Row row) {
        return new Terms(
                new AssignmentId(row.get("id", UUID.class)),
                new FirmId(row.get("firm_id", UUID.class)),
                new Position(
                        Role.valueOf(row.get("role", String.class)),
                        AccessLevel.valueOf(row.get("access_level", String.class)),
                        row.get("owner_id", UUID.class),
                        row.get("tenant_id", UUID.class)),
                new Validity(row.get("since", Instant.class), row.get("until", Instant.class)),
                row.get("accepted", Boolean.class) ? null : introduction(row),
                row.get("version", Long.class));
    }

    private static Introduction introduction(Row row) {
        return new Introduction(
                row.get("user_name", String.class),
                row.get("user_email", String.class),
                row.get("user_language", String.class));
    }

    record LockedUser(Holder holder, @Nullable FirmId primaryFirm) {}

    static LockedUser lockedUser(Row row) {
        var primary = row.get("primary_firm", UUID.class);
        var holder = new Holder(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("email", String.class),
                row.get("version", Long.class));
        return new LockedUser(holder, primary == null ? null : new FirmId(primary));
    }
}
