package io.rems.approval.vendor;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/vendors")
class VendorController {

    private final AddVendor addVendor;
    private final R2dbcVendors vendors;

    VendorController(AddVendor addVendor, R2dbcVendors vendors) {
        this.addVendor = addVendor;
        this.vendors = vendors;
    }

    @PostMapping
    @RequiresPermission(Permission.VENDOR_WRITE)
    Mono<ResponseEntity<Vendor>> add(@Valid @RequestBody VendorRequest request) {
        return addVendor
                .add(request.vendor())
                .map(added ->
                        Responses.created("/api/v1/vendors/" + added.value().id(), added.version(), added.value()));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.VENDOR_READ)
    Mono<ResponseEntity<Vendor>> get(@PathVariable UUID id) {
        return vendors.get(id).map(found -> Responses.withVersion(found.version(), found.value()));
    }

    @GetMapping
    @RequiresPermission(Permission.VENDOR_READ)
    Mono<Page<Vendor>> list(ListQuery query) {
        return vendors.page(query);
    }
}
