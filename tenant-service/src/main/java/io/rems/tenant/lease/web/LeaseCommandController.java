package io.rems.tenant.lease.web;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.tenant.lease.AdvanceLease;
import io.rems.tenant.lease.LeaseView;
import io.rems.tenant.lease.RecordLease;
import io.rems.tenant.lease.domain.LeaseId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What can be done with leases. */
@RestController
@RequestMapping("/api/v1/leases")
class LeaseCommandController {

    private final RecordLease recordLease;
    private final AdvanceLease advanceLease;
    private final LeaseAnswers answers;

    LeaseCommandController(RecordLease recordLease, AdvanceLease advanceLease, LeaseAnswers answers) {
        this.recordLease = recordLease;
        this.advanceLease = advanceLease;
        this.answers = answers;
    }

    @PostMapping
    @RequiresPermission(Permission.LEASE_WRITE)
    Mono<ResponseEntity<LeaseView>> record(@Valid @RequestBody LeaseRequest request, Caller caller) {
        return recordLease.record(request.unitId(), request.checked()::on).flatMap(id -> answers.created(id, caller));
    }

    @PostMapping("/{id}/activation")
    @RequiresPermission(Permission.LEASE_WRITE)
    Mono<ResponseEntity<LeaseView>> activate(@PathVariable UUID id, Caller caller) {
        return advanceLease.activate(new LeaseId(id)).then(answers.asItIs(id, caller));
    }

    @PostMapping("/{id}/end")
    @RequiresPermission(Permission.LEASE_WRITE)
    Mono<ResponseEntity<LeaseView>> end(@PathVariable UUID id, Caller caller) {
        return advanceLease.end(new LeaseId(id)).then(answers.asItIs(id, caller));
    }

    @PostMapping("/{id}/termination")
    @RequiresPermission(Permission.LEASE_TERMINATE)
    Mono<ResponseEntity<LeaseView>> terminate(
            @PathVariable UUID id, @Valid @RequestBody TerminationRequest request, Caller caller) {
        return advanceLease
                .terminate(new LeaseId(id), request.on(), request.reason())
                .then(answers.asItIs(id, caller));
    }
}
