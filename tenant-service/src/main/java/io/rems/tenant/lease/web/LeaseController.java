package io.rems.tenant.lease.web;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.tenant.lease.LeaseBook;
import io.rems.tenant.lease.LeaseFilter;
import io.rems.tenant.lease.LeaseView;
import io.rems.tenant.lease.domain.LeaseState;
import io.rems.tenant.tenant.Sight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reading of leases; a tenant finds only his own. */
@RestController
@RequestMapping("/api/v1/leases")
class LeaseController {

    private final LeaseAnswers answers;
    private final LeaseBook book;

    LeaseController(LeaseAnswers answers, LeaseBook book) {
        this.answers = answers;
        this.book = book;
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.LEASE_READ)
    Mono<ResponseEntity<LeaseView>> lease(@PathVariable UUID id, Caller caller) {
        return answers.asItIs(id, caller);
    }

    @GetMapping
    @RequiresPermission(Permission.LEASE_READ)
    Mono<Page<LeaseView>> leases(
            ListQuery query,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID propertyId,
            @RequestParam(required = false) @Nullable UUID tenantId,
            @RequestParam(required = false) @Nullable LeaseState state,
            Caller caller) {
        return book.page(query, new LeaseFilter(unitId, propertyId, tenantId, state), Sight.of(caller));
    }
}
