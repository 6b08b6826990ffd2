package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.platform.Versioned;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The firm's expenses that were put to a decision. State and version are the expense's own; each event raises the version
 * by one, so that readers of the events can tell their order.
 */
public interface ApprovalRequests {

    /**
     * Holds the request, state and votes as they belong together, against everybody else until the end of the
     * transaction; empty where the expense was not put to a decision, or is unknown.
     */
    Mono<Versioned<ApprovalRequest>> hold(ExpenseId id);

    /** The same of several that are held already, as by a claim; those that were not put to a decision are left out. */
    Mono<List<Versioned<ApprovalRequest>>> held(List<ExpenseId> ids);

    Mono<Boolean> isRecorded(ExpenseId id);

    /** Keeps a new request of the expense at this version; fails as stale where that is not its version any more. */
    Mono<Void> add(Versioned<ApprovalRequest> request, int events);

    /** Keeps a request with other seats than it had; fails as stale where that is not its version any more. */
    Mono<Void> reseat(Versioned<ApprovalRequest> request, int events);

    /** Keeps what time has brought to several, votes aside; fails as stale where one has another version by now. */
    Mono<Void> saveAll(List<Versioned<ApprovalRequest>> requests, List<Integer> events);

    /** Keeps what became of a request since this version; fails as stale where that is not its version any more. */
    Mono<Void> save(Versioned<ApprovalRequest> request, int events);
}
