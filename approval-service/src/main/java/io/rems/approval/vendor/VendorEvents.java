package io.rems.approval.vendor;

import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public forms of what happens to vendors; contacts and bank accounts stay in this service. */
final class VendorEvents {

    /** The vendor as he is now. */
    @PublishedEvent(
            type = "rems.approval.VendorAdded.v1",
            subject = "vendor",
            description = "The firm works with another vendor.")
    @PublishedEvent(
            type = "rems.approval.VendorChanged.v1",
            subject = "vendor",
            description = "What is known of a vendor has changed.")
    record VendorState(
            UUID vendorId,
            String name,
            @Nullable String type,
            List<String> specialities,
            boolean emergencyAvailable,
            VendorStatus status) {

        static VendorState of(Vendor vendor) {
            return new VendorState(
                    vendor.id(),
                    vendor.name(),
                    vendor.type(),
                    vendor.specialities(),
                    vendor.emergencyAvailable(),
                    vendor.status());
        }
    }

    @PublishedEvent(
            type = "rems.approval.VendorBlocked.v1",
            subject = "vendor",
            description = "Nothing is submitted for, or paid to, a vendor until he is unblocked.")
    record VendorBlocked(
            UUID vendorId, String name, @Nullable String reason) {}

    @PublishedEvent(
            type = "rems.approval.VendorUnblocked.v1",
            subject = "vendor",
            description = "The firm works with a vendor again.")
    record VendorUnblocked(UUID vendorId, String name) {}

    private VendorEvents() {}

    static Message added(Versioned<Vendor> vendor) {
        return state("rems.approval.VendorAdded.v1", vendor);
    }

    static Message changed(Versioned<Vendor> vendor) {
        return state("rems.approval.VendorChanged.v1", vendor);
    }

    static Message blocked(Versioned<Vendor> changed) {
        var vendor = changed.value();
        return Message.of(
                vendor.id(), changed.version(), new VendorBlocked(vendor.id(), vendor.name(), vendor.blockedBecause()));
    }

    static Message unblocked(Versioned<Vendor> changed) {
        var vendor = changed.value();
        return Message.of(vendor.id(), changed.version(), new VendorUnblocked(vendor.id(), vendor.name()));
    }

    private static Message state(String type, Versioned<Vendor> vendor) {
        return new Message(type, vendor.value().id(), vendor.version(), VendorState.of(vendor.value()));
    }
}
