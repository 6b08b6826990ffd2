package io.rems.approval.vendor;

import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
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
    Mono<ResponseEntity<VendorView>> add(@Valid @RequestBody VendorRequest request, Caller caller) {
        return keepVendors
                .add(request.added())
                .map(added -> Responses.created(
                        "/api/v1/vendors/" + added.value().id(),
                        added.version(),
                        VendorView.of(added.value(), caller)));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.VENDOR_WRITE)
    Mono<ResponseEntity<VendorView>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody VendorRequest request, Caller caller) {
        return keepVendors.change(request.described(id), ifMatch.version()).map(vendor -> respond(vendor, caller));
    }

    @PostMapping("/{id}/blocking")
    @RequiresPermission(Permission.VENDOR_WRITE)
    Mono<ResponseEntity<VendorView>> block(
            @PathVariable UUID id, @Valid @RequestBody Blocking blocking, Caller caller) {
        return keepVendors.block(id, blocking.reason()).map(vendor -> respond(vendor, caller));
    }

    @PostMapping("/{id}/unblocking")
    @RequiresPermission(Permission.VENDOR_WRITE)
    Mono<ResponseEntity<VendorView>> unblock(@PathVariable UUID id, Caller caller) {
        return keepVendors.unblock(id).map(vendor -> respond(vendor, caller));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.VENDOR_READ)
    Mono<ResponseEntity<VendorView>> get(@PathVariable UUID id, Caller caller) {
        return vendors.get(id).map(vendor -> respond(vendor, caller));
    }

    @GetMapping
    @RequiresPermission(Permission.VENDOR_READ)
    Mono<Page<VendorView>> list(
            @RequestParam(required = false) @Nullable VendorStatus status,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String speciality,
            @RequestParam(required = false) @Nullable Boolean emergencyAvailable,
            ListQuery query,
            Caller caller) {
        return vendors.page(
                new VendorFilter(status, type, speciality, emergencyAvailable),
                query,
                vendor -> VendorView.of(vendor, caller));
    }

    private static ResponseEntity<VendorView> respond(Versioned<Vendor> vendor, Caller caller) {
        return Responses.withVersion(vendor.version(), VendorView.of(vendor.value(), caller));
    }
}
