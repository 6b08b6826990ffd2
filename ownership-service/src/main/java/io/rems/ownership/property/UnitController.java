package io.rems.ownership.property;

import io.rems.ownership.firm.Viewers;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class UnitController {

    private final KeepUnits keepUnits;
    private final R2dbcProperties properties;
    private final R2dbcUnits units;
    private final Viewers viewers;

    UnitController(KeepUnits keepUnits, R2dbcProperties properties, R2dbcUnits units, Viewers viewers) {
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

    @GetMapping("/properties/{property}/units")
    @RequiresPermission(Permission.PROPERTY_READ)
    Mono<Page<Unit>> unitsOf(@PathVariable UUID property, ListQuery query) {
        return viewers.current()
                .flatMap(viewer -> properties.get(property, viewer).then(units.page(query, property, viewer)));
    }

    @GetMapping("/units/{id}")
    @RequiresPermission(Permission.PROPERTY_READ)
    Mono<ResponseEntity<Unit>> unit(@PathVariable UUID id) {
        return viewers.current()
                .flatMap(viewer -> units.get(id, viewer))
                .map(unit -> Responses.withVersion(unit.version(), unit.value()));
    }

    @GetMapping("/units")
    @RequiresPermission(Permission.PROPERTY_READ)
    Mono<Page<Unit>> units(ListQuery query, @RequestParam(required = false) @Nullable UUID propertyId) {
        return viewers.current().flatMap(viewer -> units.page(query, propertyId, viewer));
    }
}
