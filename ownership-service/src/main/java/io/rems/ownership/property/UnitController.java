package io.rems.ownership.property;

import io.rems.ownership.firm.Viewers;
import io.rems.ownership.property.ArchivalController.PerhapsReason;
import io.rems.ownership.property.ArchivalController.Reason;
import io.rems.platform.Versioned;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
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
@RequestMapping("/api/v1")
class UnitController {

    private final KeepUnits keepUnits;
    private final Properties properties;
    private final R2dbcUnits units;
    private final Viewers viewers;

    UnitController(KeepUnits keepUnits, Properties properties, R2dbcUnits units, Viewers viewers) {
        this.keepUnits = keepUnits;
        this.properties = properties;
        this.units = units;
        this.viewers = viewers;
    }

    @PostMapping("/properties/{property}/units")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<Unit>> register(@PathVariable UUID property, @Valid @RequestBody UnitRequest request) {
        return keepUnits
                .register(request.in(property))
                .map(unit -> Responses.created("/api/v1/units/" + unit.value().id(), unit.version(), unit.value()));
    }

    @PutMapping("/units/{id}")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<Unit>> change(@PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody UnitRequest request) {
        return keepUnits.change(id, request, ifMatch.version()).map(UnitController::respond);
    }

    @PostMapping("/units/{id}/archival")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<Unit>> archive(@PathVariable UUID id, @Valid @RequestBody Reason why) {
        return keepUnits.archive(id, why.reason()).map(UnitController::respond);
    }

    @PostMapping("/units/{id}/restoration")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<Unit>> restore(@PathVariable UUID id, @Valid @RequestBody PerhapsReason why) {
        return keepUnits.restore(id, why.reason()).map(UnitController::respond);
    }

    @GetMapping("/properties/{property}/units")
    @RequiresPermission(Permission.PROPERTY_READ)
    Mono<Page<Unit>> unitsOf(
            @PathVariable UUID property,
            ListQuery query,
            @RequestParam(required = false) @Nullable UnitType type,
            @RequestParam(required = false) @Nullable UnitStatus status) {
        return properties.visible(property).then(page(query, new UnitSearch(property, type, status)));
    }

    @GetMapping("/units/{id}")
    @RequiresPermission(Permission.PROPERTY_READ)
    Mono<ResponseEntity<Unit>> unit(@PathVariable UUID id) {
        return viewers.current().flatMap(viewer -> units.get(id, viewer)).map(UnitController::respond);
    }

    @GetMapping("/units")
    @RequiresPermission(Permission.PROPERTY_READ)
    Mono<Page<Unit>> units(
            ListQuery query,
            @RequestParam(required = false) @Nullable UUID propertyId,
            @RequestParam(required = false) @Nullable UnitType type,
            @RequestParam(required = false) @Nullable UnitStatus status) {
        return page(query, new UnitSearch(propertyId, type, status));
    }

    private Mono<Page<Unit>> page(ListQuery query, UnitSearch search) {
        return viewers.current().flatMap(viewer -> units.page(query, search, viewer));
    }

    private static ResponseEntity<Unit> respond(Versioned<Unit> unit) {
        return Responses.withVersion(unit.version(), unit.value());
    }
}
