package io.rems.tenant.lease;

import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.tenant.Sight;
import reactor.core.publisher.Mono;

/** Leases as people read them. */
public interface LeaseBook {

    /** Empty if there is none, or none in sight. */
    Mono<LeaseView> find(LeaseId id, Sight sight);

    Mono<Page<LeaseView>> page(ListQuery query, LeaseFilter filter, Sight sight);
}
