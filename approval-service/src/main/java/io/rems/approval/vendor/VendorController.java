package io.rems.approval.vendor;

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
@RequestMapping("/api/v1/vendors")
class VendorController {

    private final KeepVendors keepVendors;
    private final R2dbcVendors vendors;

    VendorController(KeepVendors keepVendors, R2dbcVendors vendors) {
        this.keepVendors = keepVendors;
        this.vendors = vendors;
    }

    @PostMapping
    @RequiresPermission(Permission.VENDOR_WRITE)
    Mono<ResponseEntity<Vendor>> add(@Valid @RequestBody VendorRequest request) {
        return keepVendors
                .add(request.added())
                .map(added ->
                        Responses.created("/api/v1/vendors/" + added.value().id(), added.version(), added.value()));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.VENDOR_WRITE)
    Mono<ResponseEntity<Vendor>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody VendorRequest request) {
        return keepVendors.change(request.described(id), ifMatch.version()).map(VendorController::respond);
    }

    @PostMapping("/{id}/blocking")
    @RequiresPermission(Permission.VENDOR_WRITE)
    Mono<ResponseEntity<Vendor>> block(@PathVariable UUID id, @Valid @RequestBody Blocking blocking) {
        return keepVendors.block(id, blocking.reason()).map(VendorController::respond);
    }

    @PostMapping("/{id}/unblocking")
    @RequiresPermission(Permission.VENDOR_WRITE)
    Mono<ResponseEntity<Vendor>> unblock(@PathVariable UUID id) {
        return keepVendors.unblock(id).map(VendorController::respond);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.VENDOR_READ)
    Mono<ResponseEntity<Vendor>> get(@PathVariable UUID id) {
        return vendors.get(id).map(VendorController::respond);
    }

    @GetMapping
    @RequiresPermission(Permission.VENDOR_READ)
    Mono<Page<Vendor>> list(
            @RequestParam(required = false) @Nullable VendorStatus status,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String speciality,
            @RequestParam(required = false) @Nullable Boolean emergencyAvailable,
            ListQuery query) {
        return vendors.page(new VendorFilter(status, type, speciality, emergencyAvailable), query);
    }

    private static ResponseEntity<Vendor> respond(Versioned<Vendor> vendor) {
        return Responses.withVersion(vendor.version(), vendor.value());
    }
}
