package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.platform.Versioned;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import reactor.core.publisher.Mono;

/** The assignments of the caller's firm as portals show them, ended ones included. */
public interface AssignmentDirectory {

    Mono<Versioned<AssignmentView>> byId(AssignmentId id);

    Mono<Page<AssignmentView>> page(AssignmentFilter filter, ListQuery query);

    /** What happened to an assignment, the latest last; empty if the firm has no such assignment. */
    Mono<Page<AssignmentChange>> history(AssignmentId id, ListQuery query);
}
