package io.rems.approval.vendor;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public form of a new vendor; contacts stay in this service. */
@PublishedEvent(
        type = "rems.approval.VendorAdded.v1",
        subject = "vendor",
        description = "The firm works with another vendor.")
record VendorAdded(UUID vendorId, String name) {

    static Message of(Vendor vendor) {
        return Message.of(vendor.id(), 1, new VendorAdded(vendor.id(), vendor.name()));
    }
}
