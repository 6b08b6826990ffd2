package io.rems.ownership.owner;

import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/owners")
class OwnerController {

    private final KeepOwners keepOwners;
    private final R2dbcOwners owners;
    private final R2dbcDuplicates duplicates;

    OwnerController(KeepOwners keepOwners, R2dbcOwners owners, R2dbcDuplicates duplicates) {
        this.keepOwners = keepOwners;
        this.owners = owners;
        this.duplicates = duplicates;
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    record PerhapsReason(@Nullable @Size(max = 500) String reason) {}

    @PostMapping
    @RequiresPermission(Permission.OWNER_WRITE)
    Mono<ResponseEntity<KeptView>> register(@Valid @RequestBody OwnerRequest request, Caller caller) {
        return keepOwners
                .register(request.registered(), request.allowsDuplicate())
                .map(kept -> Responses.created(
                        "/api/v1/owners/" + kept.owner().value().id(),
                        kept.owner().version(),
                        KeptView.of(kept, caller)));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.OWNER_WRITE)
    Mono<ResponseEntity<KeptView>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody OwnerRequest request, Caller caller) {
        return keepOwners
                .change(request.changed(id), ifMatch.version(), request.allowsDuplicate())
                .map(kept -> Responses.withVersion(kept.owner().version(), KeptView.of(kept, caller)));
    }

    @PostMapping("/{id}/archival")
    @RequiresPermission(Permission.OWNER_WRITE)
    Mono<ResponseEntity<OwnerView>> archive(@PathVariable UUID id, @Valid @RequestBody Reason why, Caller caller) {
        return keepOwners.archive(id, why.reason()).map(owner -> respond(owner, caller));
    }

    @PostMapping("/{id}/restoration")
    @RequiresPermission(Permission.OWNER_WRITE)
    Mono<ResponseEntity<OwnerView>> restore(
            @PathVariable UUID id, @Valid @RequestBody PerhapsReason why, Caller caller) {
        return keepOwners.restore(id, why.reason()).map(owner -> respond(owner, caller));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.OWNER_READ)
    Mono<ResponseEntity<OwnerView>> owner(@PathVariable UUID id, Caller caller) {
        return owners.get(id).map(owner -> respond(owner, caller));
    }

    @Operation(
            summary = "List owners",
            description = "Entries that were merged into others are listed with `status=MERGED` only.")
    @GetMapping
    @RequiresPermission(Permission.OWNER_READ)
    Mono<Page<OwnerView>> owners(
            ListQuery query,
            @RequestParam(required = false) @Nullable OwnerType type,
            @RequestParam(required = false) @Nullable OwnerStatus status,
            @RequestParam(required = false) @Nullable String nationality,
            Caller caller) {
        return owners.page(query, new OwnerSearch(type, status, nationality))
                .map(page -> page.map(owner -> OwnerView.of(owner, caller)));
    }

    /** Owners who may be one: the same document, the same e-mail, or names that differ in writing only. */
    @GetMapping("/duplicates")
    @RequiresPermission(Permission.OWNER_READ)
    Mono<Duplicates> duplicates() {
        return duplicates.all().map(Duplicates::new);
    }

    private static ResponseEntity<OwnerView> respond(Versioned<Owner> owner, Caller caller) {
        return Responses.withVersion(owner.version(), OwnerView.of(owner.value(), caller));
    }
}
