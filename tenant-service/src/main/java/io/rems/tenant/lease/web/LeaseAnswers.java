package io.rems.tenant.lease.web;

import io.rems.platform.access.Caller;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.Responses;
import io.rems.tenant.lease.LeaseBook;
import io.rems.tenant.lease.LeaseView;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.tenant.Sight;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers with a lease as it now is; commands answer as reads do. */
@Component
class LeaseAnswers {

    private final LeaseBook book;

    LeaseAnswers(LeaseBook book) {
        this.book = book;
    }

    Mono<ResponseEntity<LeaseView>> asItIs(UUID id, Caller caller) {
        return view(id, caller).map(lease -> Responses.withVersion(lease.version(), lease));
    }

    Mono<ResponseEntity<LeaseView>> created(LeaseId id, Caller caller) {
        return view(id.value(), caller).map(lease -> Responses.created("/api/v1/leases/" + id, lease.version(), lease));
    }

    private Mono<LeaseView> view(UUID id, Caller caller) {
        return book.find(new LeaseId(id), Sight.of(caller)).switchIfEmpty(Mono.error(() -> new NotFound("lease", id)));
    }
}
