package io.rems.ownership.property;

import io.rems.platform.Versioned;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes properties out of use, and back. */
@RestController
@RequestMapping("/api/v1/properties/{id}")
class ArchivalController {

    private final ArchiveProperty archiveProperty;

    ArchivalController(ArchiveProperty archiveProperty) {
        this.archiveProperty = archiveProperty;
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    record PerhapsReason(@Nullable @Size(max = 500) String reason) {}

    @PostMapping("/archival")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<Property>> archive(@PathVariable UUID id, @Valid @RequestBody Reason why) {
        return archiveProperty.archive(id, why.reason()).map(ArchivalController::respond);
    }

    @PostMapping("/restoration")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<Property>> restore(@PathVariable UUID id, @Valid @RequestBody PerhapsReason why) {
        return archiveProperty.restore(id, why.reason()).map(ArchivalController::respond);
    }

    private static ResponseEntity<Property> respond(Versioned<Property> property) {
        return Responses.withVersion(property.version(), property.value());
    }
}
