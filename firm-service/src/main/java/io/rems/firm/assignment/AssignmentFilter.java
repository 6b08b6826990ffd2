package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentStatus;
import io.rems.platform.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which assignments a list shows; what is absent does not matter. */
public record AssignmentFilter(
        @Nullable Role role,
        @Nullable AssignmentStatus status,
        @Nullable UUID user) {
    public static final AssignmentFilter ALL = new AssignmentFilter(null, null, null);
}
