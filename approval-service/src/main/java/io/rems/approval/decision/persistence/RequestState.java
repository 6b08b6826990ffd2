package io.rems.approval.decision.persistence;

import io.rems.approval.decision.domain.ApprovalRequest;

/** The states of an expense that its request gives it. */
enum RequestState {
    PENDING,
    ESCALATED,
    APPROVED,
    REJECTED;

    static RequestState of(ApprovalRequest request) {
        return switch (request) {
            case ApprovalRequest.Pending _ -> PENDING;
            case ApprovalRequest.Escalated _ -> ESCALATED;
            case ApprovalRequest.Decided decided ->
                switch (decided.decision().verdict()) {
                    case APPROVED -> APPROVED;
                    case REJECTED -> REJECTED;
                };
        };
    }
}
