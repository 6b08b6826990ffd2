package io.rems.approval.decision.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.ApprovalRequest;
import java.time.Instant;

/** The states of an expense that its request gives it. */
enum RequestState {
    PENDING,
    ESCALATED,
    RETURNED,
    WITHDRAWN,
    APPROVED,
    REJECTED;

    /** By the request itself: the expense may have moved on since. */
    static RequestState of(Row row) {
        var verdict = row.get("verdict", String.class);
        if (verdict != null) {
            return valueOf(verdict);
        }
        if (row.get("withdrawn_at", Instant.class) != null) {
            return WITHDRAWN;
        }
        if (row.get("returned_at", Instant.class) != null) {
            return RETURNED;
        }
        return row.get("escalated_at", Instant.class) == null ? PENDING : ESCALATED;
    }

    static RequestState of(ApprovalRequest request) {
        return switch (request) {
            case ApprovalRequest.Pending _ -> PENDING;
            case ApprovalRequest.Escalated _ -> ESCALATED;
            case ApprovalRequest.Returned _ -> RETURNED;
            case ApprovalRequest.Withdrawn _ -> WITHDRAWN;
            case ApprovalRequest.Decided decided ->
                switch (decided.decision().verdict()) {
                    case APPROVED -> APPROVED;
                    case REJECTED -> REJECTED;
                };
        };
    }
}
