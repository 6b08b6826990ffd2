package io.rems.ownership.property;

import io.rems.ownership.firm.Viewers;
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
@RequestMapping("/api/v1/properties")
class PropertyController {

    private final KeepProperties keepProperties;
    private final R2dbcProperties properties;
    private final Viewers viewers;

    PropertyController(KeepProperties keepProperties, R2dbcProperties properties, Viewers viewers) {
        this.keepProperties = keepProperties;
        this.properties = properties;
        this.viewers = viewers;
    }

    @PostMapping
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<Property>> register(@Valid @RequestBody PropertyRequest request) {
        return keepProperties
                .register(request.added())
                .map(property -> Responses.created(
                        "/api/v1/properties/" + property.value().id(), property.version(), property.value()));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<Property>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody PropertyRequest request) {
        return keepProperties.change(request.changed(id), ifMatch.version()).map(PropertyController::respond);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.PROPERTY_READ)
    Mono<ResponseEntity<Property>> property(@PathVariable UUID id) {
        return viewers.current().flatMap(viewer -> properties.get(id, viewer)).map(PropertyController::respond);
    }

    @GetMapping
    @RequiresPermission(Permission.PROPERTY_READ)
    Mono<Page<Property>> properties(
            ListQuery query,
            @RequestParam(required = false) @Nullable PropertyType type,
            @RequestParam(required = false) @Nullable PropertyStatus status,
            @RequestParam(required = false) @Nullable String location) {
        var search = new PropertySearch(type, status, location);
        return viewers.current().flatMap(viewer -> properties.page(query, search, viewer));
    }

    private static ResponseEntity<Property> respond(Versioned<Property> property) {
        return Responses.withVersion(property.version(), property.value());
    }
}
