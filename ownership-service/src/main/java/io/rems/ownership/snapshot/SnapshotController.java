package io.rems.ownership.snapshot;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.job.Job;
import io.rems.platform.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For consumers that are new, or have lost what they knew. */
@RestController
class SnapshotController {

    private final BeginSnapshot beginSnapshot;

    SnapshotController(BeginSnapshot beginSnapshot) {
        this.beginSnapshot = beginSnapshot;
    }

    @PostMapping("/api/v1/ownership-snapshots")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission(Permission.OWNERSHIP_REPUBLISH)
    @Operation(description = """
                    Publishes the state of the firm anew: its owners, properties, units, tables of ownership and valuations, as
                    `OwnerRegistered`, `PropertyRegistered`, `UnitRegistered` and `ValuationRecorded` with `snapshot: true` and
                    as `OwnershipChanged` with the reason `SNAPSHOT`, each with the version that it has. Changes go on meanwhile.
                    The job's result counts what was told of. 409 `SNAPSHOT_RUNNING` names in `facts.job` the one that is on
                    its way.""")
    Mono<ResponseEntity<Job>> begin() {
        return beginSnapshot.begin().map(Jobs::accepted);
    }
}
