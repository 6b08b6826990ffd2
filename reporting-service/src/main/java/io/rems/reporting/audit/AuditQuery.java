package io.rems.reporting.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the audit log; what is not given does not narrow.
 *
 * @param supportAccess under which it was done
 * @param from the earliest time, included
 * @param to the latest time, excluded
 */
record AuditQuery(
        @Nullable UUID entity,
        @Nullable String actor,
        @Nullable String type,
        @Nullable UUID supportAccess,
        @Nullable Instant from,
        @Nullable Instant to) {}
