package io.rems.reporting.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the audit log, the newest first.
 *
 * @param next cursor of the following part; absent on the last
 * @param asOf time of the newest event in the firm's whole log; absent while it is empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditPage(
        List<AuditEntry> items,
        @Nullable String next,
        @Nullable Long total,
        @Nullable Instant asOf) {}
