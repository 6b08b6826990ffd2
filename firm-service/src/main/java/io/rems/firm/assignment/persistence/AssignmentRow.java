package io.rems.firm.assignment.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.Holder;
import io.rems.firm.assignment.domain.Position;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as the domain knows them. */
final class AssignmentRow {

    private AssignmentRow() {}

    static Assignment assignment(Row row) {
        return new Assignment(
                new AssignmentId(row.get("id", UUID.class)),
                new FirmId(row.get("firm_id", UUID.class)),
                new Position(
                        Role.valueOf(row.get("role", String.class)),
                        AccessLevel.valueOf(row.get("access_level", String.class)),
                        row.get("owner_id", UUID.class),
                        row.get("tenant_id", UUID.class)),
                row.get("since", Instant.class),
                row.get("version", Long.class));
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
