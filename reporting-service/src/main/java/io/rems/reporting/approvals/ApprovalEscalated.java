package io.rems.reporting.approvals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is used of {@code rems.approval.ApprovalEscalated.v1}.
 *
 * @param level 2 where it went on to the platform; absent in what was told before there were two
 */
public record ApprovalEscalated(
        Instant escalatedAt, @Nullable Integer level) {

    /** Whether it has just become escalated: further levels change nothing of its state. */
    public boolean isFirst() {
        return level == null || level == 1;
    }
}
