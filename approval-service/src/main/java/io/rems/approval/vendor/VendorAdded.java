package io.rems.approval.vendor;

import io.rems.platform.events.Message;
import java.util.UUID;

/** The wire form of {@code rems.approval.VendorAdded.v1}; contacts stay in this service. */
record VendorAdded(UUID vendorId, String name) {

    static Message of(Vendor vendor) {
        return new Message("rems.approval.VendorAdded.v1", vendor.id(), 1, new VendorAdded(vendor.id(), vendor.name()));
    }
}
