package io.rems.approval.decision;

import io.rems.approval.decision.domain.Voter;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import reactor.core.publisher.Mono;

/** What waits for a decision, read straight from the database. */
public interface PendingApprovals {

    /** Only what this person can decide on now. */
    Mono<Page<PendingApproval>> of(Voter voter, PendingFilter filter, ListQuery query);

    Mono<Page<PendingApproval>> ofFirm(PendingFilter filter, ListQuery query);
}
