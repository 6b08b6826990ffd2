package io.rems.approval.delegation;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.platform.access.Caller;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Delegations for reading, straight from the database. Administrators see all of the firm, everybody else those of the
 * owner that he acts as and those under which he acts himself.
 */
public interface DelegationViews {

    /** What of the list is wanted; null: whatever. */
    record Filter(
            DelegationView.@Nullable Status status,
            @Nullable UUID ownerId,
            @Nullable UUID delegateId) {}

    /** Empty where there is none, or none that the caller may see. */
    Mono<DelegationView> find(DelegationId id, Caller caller);

    Mono<Page<DelegationView>> list(Filter filter, ListQuery query, Caller caller);
}
