package io.rems.ownership.owner;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/owners/{id}/merge")
class MergeController {

    private final MergeOwners mergeOwners;
    private final R2dbcMergers mergers;

    MergeController(MergeOwners mergeOwners, R2dbcMergers mergers) {
        this.mergeOwners = mergeOwners;
        this.mergers = mergers;
    }

    /** The owner that goes on. */
    record MergeRequest(@NotNull UUID into) {}

    @Operation(summary = "Merge an owner into another one", description = """
                    For somebody who was registered twice. All that he holds or ever held is recorded anew under `into`; \
                    what was known before stays readable, and transfers go on showing both. There is no way back. 409 \
                    `OWNER_MERGED` where one of the two goes on under another entry already, `OWNER_ARCHIVED` where `into` is \
                    archived; 422 where they are the same. The merged entry keeps its address with `status` `MERGED` and \
                    `mergedInto`, and leaves its identity document to `into`.""")
    @PostMapping
    @RequiresPermission(Permission.OWNER_WRITE)
    Mono<Merger> merge(@PathVariable UUID id, @Valid @RequestBody MergeRequest request) {
        return mergeOwners.merge(id, request.into());
    }

    @Operation(summary = "Tell under which entry an owner goes on", description = "404 where he was not merged.")
    @GetMapping
    @RequiresPermission(Permission.OWNER_READ)
    Mono<Merger> merger(@PathVariable UUID id) {
        return mergers.of(id);
    }
}
